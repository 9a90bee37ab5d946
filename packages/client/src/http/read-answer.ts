import type { Problem, Result } from "@motcua/procedure";
import { isObject } from "../runtime/own.ts";
import { ServiceError } from "./service-error.ts";

const SIGN_IN: Problem = {
  code: "sign-in-required",
  pointer: "",
  message: { vi: "Cần đăng nhập", en: "You have to sign in" },
  hint: { vi: "Đăng nhập rồi gửi lại yêu cầu", en: "Sign in and send the request again" },
};

/**
 * The value of an answer, or the problems of a refusal a person can do something about.
 * @throws ServiceError for anything else
 */
export async function readAnswer<T>(response: Response, read: (response: Response) => Promise<T>): Promise<Result<T>> {
  if (response.ok) return { ok: true, value: await readBody(response, read) };
  const problems = await problemsOf(response);
  if (problems.length > 0 && (response.status < 500 || response.status === 503)) return { ok: false, problems };
  if (response.status === 401) return { ok: false, problems: [SIGN_IN] };
  throw new ServiceError(`the service answered ${response.status}`, { status: response.status, problems });
}

/** The body may break off, or be a page of something that stands before the service. */
async function readBody<T>(response: Response, read: (response: Response) => Promise<T>): Promise<T> {
  try {
    return await read(response);
  } catch (cause) {
    throw new ServiceError("the answer of the service could not be read", { status: response.status, cause });
  }
}

async function problemsOf(response: Response): Promise<readonly Problem[]> {
  try {
    const body: unknown = await response.json();
    const problems = isObject(body) ? body["problems"] : undefined;
    return Array.isArray(problems) ? problems.filter(isProblem) : [];
  } catch {
    return [];
  }
}

function isProblem(value: unknown): value is Problem {
  return isObject(value) && typeof value["code"] === "string" && typeof value["pointer"] === "string" && isObject(value["message"]);
}
