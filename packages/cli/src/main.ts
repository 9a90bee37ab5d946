import { Command, CommanderError } from "commander";
import { CommandFailure, EXIT } from "./exit.ts";

/** Loads only the command that is asked for: `--help` stays quick. */
const lazy =
  <Options>(load: () => Promise<(options: Options, args: readonly string[]) => Promise<number>>) =>
  async (...received: unknown[]): Promise<void> => {
    const command = received.at(-1) as Command;
    const run = await load();
    exitCode = await run(command.opts() as Options, command.args);
  };

let exitCode: number = EXIT.done;

function program(): Command {
  const motcua = new Command("motcua")
    .description("Thủ tục hành chính viết bằng JSON: SDK có kiểu, một cửa chạy được, trên máy này và trên AWS.")
    .exitOverride()
    .showHelpAfterError("(motcua --help: các lệnh; motcua LỆNH --help: cách dùng)")
    .addHelpText("after", "\nMã thoát: 0 xong, 1 có lỗi cần sửa, 2 dùng lệnh sai.");

  motcua
    .command("check [path...]")
    .description("kiểm tra các thủ tục: mọi lỗi một lần, kèm tệp, dòng và cách sửa")
    .option("--json", "in một đối tượng JSON")
    .option("--lang <vi|en>", "ngôn ngữ của thông báo", "vi")
    .action(lazy(async () => (await import("./commands/check.ts")).check));
  motcua
    .command("generate")
    .description("sinh SDK TypeScript từ các thủ tục")
    .option("--out <dir>", "thư mục ghi SDK", "examples/sdk")
    .option("--name <package>", "tên gói", "@dongthap/procedures")
    .option("--check", "không ghi gì; báo lỗi nếu SDK đã ghi khác với SDK sinh ra")
    .option("--json", "in một đối tượng JSON")
    .action(lazy(async () => (await import("./commands/generate.ts")).generate));
  motcua
    .command("synth")
    .description("đóng gói các hàm và tổng hợp hạ tầng thành một cloud assembly")
    .option("--out <dir>", "thư mục ghi assembly (mặc định .motcua/cdk.out)")
    .option("--validate", "kiểm tra mẫu bằng luật của CDK, cdk-nag và các luật ASL")
    .option("--json", "in một đối tượng JSON")
    .action(lazy(async () => (await import("./commands/synth.ts")).synth));
  motcua
    .command("dev")
    .description("chạy cả một cửa trên máy này và giữ nó phục vụ")
    .option("--port <number>", "cổng của trang và API (mặc định 8080, hoặc cổng trống kế tiếp)")
    .option("--first-dossier", "lần đầu: chạy một hồ sơ khai sinh đến khi trả kết quả")
    .option("--data <dir>", "thư mục dữ liệu (mặc định .motcua/data)")
    .action(lazy(async () => (await import("./commands/dev.ts")).dev));
  motcua
    .command("demo")
    .description("chạy một hồ sơ mẫu từ tờ khai đến kết quả rồi dừng")
    .option("--procedure <code>", "mã thủ tục (mặc định 1.001193, hoặc thủ tục của mẫu)")
    .option("--sample <file>", "tệp hồ sơ mẫu (mặc định mẫu hợp lệ đầu tiên của thủ tục)")
    .option("--json", "dòng cuối là một đối tượng JSON")
    .action(lazy(async () => (await import("./commands/demo.ts")).demo));
  return motcua;
}

/** Runs the command line; resolves to the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  try {
    await program().parseAsync([...args], { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    if (error instanceof CommandFailure) {
      console.error(error.message);
      return error.exitCode;
    }
    throw error;
  }
}
