import { actFields, textSchema } from "./act-fields.ts";
import type { ActPage } from "./act-page.tsx";
import { textIn } from "./text-in.ts";

/** End of the path where a result is handed to the post. */
export const TO_POST = "gui-buu-chinh";

/** The result goes to the applicant by post; it is returned once the post says who received it. */
export const DELIVERY_PAGE: ActPage = {
  path: TO_POST,
  title: "Giao kết quả cho bưu chính",
  button: "Ghi nhận đã giao bưu chính",
  isOpen: ({ view }, about) => view.tasks.some(({ id, canPost }) => id === about && canPost),
  fields: (portal) =>
    actFields(
      {
        type: "object",
        required: ["tracking"],
        properties: {
          tracking: textSchema("Số bưu gửi", {
            maxLength: 60,
            hint: "Người nộp dùng số này để theo dõi bưu gửi. Khi bưu chính báo đã phát, ghi người nhận ở bước trả kết quả.",
          }),
        },
      },
      { prefix: "buu-gui", root: {}, lists: portal.lists },
    ),
  act: ({ task, values }) => ({ act: "post-result", task, tracking: textIn(values, "tracking") }),
};
