import { DiaChi, Form } from "@dongthap/procedures/1.001193/zod";
import * as z from "zod/mini";

/** A message of one's own around what the procedure defines. */
export const Envelope = z.object({ sender: z.string(), form: Form, returnTo: z.optional(DiaChi) });
