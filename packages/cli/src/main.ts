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
    .option("--format <text|json|sarif>", "dạng in: cho người đọc, JSON, hoặc SARIF 2.1.0 cho công cụ")
    .option("--json", "như --format json")
    .option("--lang <vi|en>", "ngôn ngữ của thông báo", "vi")
    .action(lazy(async () => (await import("./commands/check.ts")).check));
  motcua
    .command("init [folder]")
    .description("tạo một dự án riêng: quy ước, phần dùng chung, lịch nghỉ và một tỉnh, để motcua new bắt đầu được")
    .option("--province <id>", "tỉnh bắt đầu: dong-thap hoặc vinh-long", "dong-thap")
    .action(lazy(async () => (await import("./commands/init.ts")).init));
  motcua
    .command("new [code]")
    .description("tạo thư mục của một thủ tục mới, qua được check ngay")
    .option("--template <shape>", "hình quy trình: simple, counter, consult, inspect, verify")
    .option("--name <name>", "tên thủ tục")
    .option("--name-en <name>", "tên tiếng Anh")
    .option("--field <field>", "lĩnh vực: mã hoặc tên")
    .option("--field-en <name>", "tên tiếng Anh của một lĩnh vực mới")
    .option("--level <level>", "cấp giải quyết: commune, province, ministry; thêm cấp khác vào levels sau")
    .option("--effective <date>", "ngày có hiệu lực (mặc định hôm nay)")
    .option("--from <file>", "bản ghi thủ tục của Cổng Dịch vụ công quốc gia, JSON")
    .option("--yes", "không hỏi; điều chưa nói lấy giá trị mặc định")
    .action(lazy(async () => (await import("./commands/new.ts")).newProcedure));
  motcua
    .command("preview [code]")
    .description("xem tờ khai, giấy tờ, phí, quy trình của thủ tục đang viết; tự tải lại khi lưu")
    .option("--port <number>", "cổng (mặc định 8080, hoặc cổng trống kế tiếp)")
    .option("--province <id>", "tỉnh trong schemas/provinces (mặc định dong-thap)")
    .action(lazy(async () => (await import("./commands/preview.ts")).preview));
  motcua
    .command("generate")
    .description("sinh SDK TypeScript từ các thủ tục")
    .option("--out <dir>", "thư mục ghi SDK", "examples/sdk")
    .option("--name <package>", "tên gói", "@dongthap/procedures")
    .option("--check", "không ghi gì; báo lỗi nếu SDK đã ghi khác với SDK sinh ra")
    .option("--watch", "ghi lại mỗi khi một định nghĩa thay đổi, đến khi dừng bằng Ctrl-C")
    .option("--json", "in một đối tượng JSON")
    .action(lazy(async () => (await import("./commands/generate.ts")).generate));
  motcua
    .command("synth")
    .description("đóng gói các hàm và tổng hợp hạ tầng thành một cloud assembly")
    .option("--province <id>", "tỉnh trong schemas/provinces (mặc định dong-thap)")
    .option("--out <dir>", "thư mục ghi assembly (mặc định .motcua/cdk.out)")
    .option("--validate", "kiểm tra mẫu bằng luật của CDK, cdk-nag và các luật ASL")
    .option("--json", "in một đối tượng JSON")
    .action(lazy(async () => (await import("./commands/synth.ts")).synth));
  motcua
    .command("dev")
    .description("chạy cả một cửa trên máy này và giữ nó phục vụ")
    .option("--province <id>", "tỉnh trong schemas/provinces (mặc định dong-thap)")
    .option("--port <number>", "cổng của trang và API (mặc định 8080, hoặc cổng trống kế tiếp)")
    .option("--first-dossier", "lần đầu: chạy một hồ sơ khai sinh đến khi trả kết quả")
    .option("--data <dir>", "thư mục dữ liệu (mặc định .motcua/data)")
    .action(lazy(async () => (await import("./commands/dev.ts")).dev));
  motcua
    .command("demo")
    .description("chạy một hồ sơ mẫu từ tờ khai đến kết quả rồi dừng")
    .option("--province <id>", "tỉnh trong schemas/provinces (mặc định dong-thap)")
    .option("--procedure <code>", "mã thủ tục (mặc định 1.001193, hoặc thủ tục của mẫu)")
    .option("--sample <file>", "tệp hồ sơ mẫu (mặc định mẫu hợp lệ đầu tiên của thủ tục)")
    .option("--json", "dòng cuối là một đối tượng JSON")
    .action(lazy(async () => (await import("./commands/demo.ts")).demo));
  motcua
    .command("due")
    .description("ngày hẹn trả theo luật: ngày nào tính, ngày nào không và vì sao")
    .requiredOption("--received <time>", "lúc tiếp nhận, giờ Việt Nam, ví dụ 2026-11-18T09:15")
    .requiredOption("--limit <limit>", "thời hạn: 3wd, 8wh, 24h, 10d, 2mo, 30min hoặc same-day")
    .option("--sessions <sessions>", "các buổi làm việc (mặc định 07:00-11:30,13:30-17:00, thứ Hai đến thứ Sáu); theo thứ: 1-5=…;6=…")
    .option("--mode <mode>", "END_OF_DAY hoặc SAME_TIME", "END_OF_DAY")
    .option("--cut-off <time>", "nhận sau giờ này thì tính từ ngày làm việc tiếp theo (same-day: mặc định 15:00)")
    .option("--pause <from/to:policy>", "một lần tạm dừng, RESTART, EXTEND, SUBTRACT hoặc NONE; dùng được nhiều lần", (one: string, before: readonly string[]) => [...before, one], [])
    .option("--extend <minutes|days>", "EXTEND trả lại thời gian còn lại theo phút hay theo ngày làm việc", "minutes")
    .option("--explain", "liệt kê từng ngày; với --json thêm các đoạn đã tính")
    .option("--json", "in một đối tượng JSON")
    .action(lazy(async () => (await import("./commands/due.ts")).due));
  const calendar = motcua.command("calendar").description("lịch làm việc");
  calendar
    .command("impact")
    .description("hồ sơ nào có ngày hẹn khác nếu lịch một năm thay đổi; không dời ngày nào")
    .requiredOption("--change <file>", "tệp lịch của năm đã đổi, như schemas/calendars/2026.json")
    .option("--dossiers <file>", "hồ sơ đang giải quyết, mỗi dòng một JSON: code, start, limit, unit, due (pauses, extensions, cutOff nếu có)")
    .option("--sessions <sessions>", "các buổi làm việc, thay cho của đơn vị và của tỉnh")
    .option("--json", "in một đối tượng JSON")
    .action(lazy(async () => (await import("./commands/calendar-impact.ts")).calendarImpact));
  calendar
    .command("export")
    .description("danh sách hồ sơ đang giải quyết cho impact, từ một cửa đang chạy")
    .option("--out <file>", "tệp ghi (mặc định in ra)")
    .option("--as <login>", "người đăng nhập trên máy này (mặc định quản trị của tỉnh: mọi đơn vị)")
    .option("--data <dir>", "thư mục dữ liệu (mặc định .motcua/data)")
    .option("--url <url>", "địa chỉ một cửa; mã truy cập lấy từ MOTCUA_TOKEN")
    .action(lazy(async () => (await import("./commands/calendar-export.ts")).calendarExport));
  calendar
    .command("apply")
    .description("dời ngày hẹn của các hồ sơ impact đã nêu, theo một quyết định ghi vào từng hồ sơ")
    .requiredOption("--impact <file>", "kết quả của impact --json")
    .requiredOption("--decision <text>", "số và ngày của quyết định")
    .option("--as <login>", "người ký của cơ quan giải quyết (mặc định lần lượt mọi cán bộ trên máy này)")
    .option("--data <dir>", "thư mục dữ liệu (mặc định .motcua/data)")
    .option("--url <url>", "địa chỉ một cửa; mã truy cập lấy từ MOTCUA_TOKEN")
    .option("--json", "in một đối tượng JSON")
    .action(lazy(async () => (await import("./commands/calendar-apply.ts")).calendarApply));
  const sync = motcua.command("sync").description("đồng bộ lên Cổng Dịch vụ công quốc gia");
  sync
    .command("list")
    .description("hồ sơ chưa đồng bộ: đang chờ gửi, hoặc bị từ chối")
    .option("--refused", "những hồ sơ Cổng quốc gia từ chối, kèm mã lỗi")
    .option("--as <login>", "người đăng nhập trên máy này", "quantri")
    .option("--data <dir>", "thư mục dữ liệu (mặc định .motcua/data)")
    .option("--url <url>", "địa chỉ một cửa; mã truy cập lấy từ MOTCUA_TOKEN")
    .option("--json", "in một đối tượng JSON")
    .action(lazy(async () => (await import("./commands/sync-list.ts")).syncList));
  sync
    .command("retry <code>")
    .description("gửi lại một hồ sơ lên Cổng quốc gia")
    .option("--as <login>", "người đăng nhập trên máy này", "quantri")
    .option("--data <dir>", "thư mục dữ liệu (mặc định .motcua/data)")
    .option("--url <url>", "địa chỉ một cửa; mã truy cập lấy từ MOTCUA_TOKEN")
    .action(lazy(async () => (await import("./commands/sync-retry.ts")).syncRetry));
  const erase = motcua.command("erase").description("xóa dữ liệu cá nhân của một hồ sơ đã kết thúc, theo luật; hai người");
  erase
    .command("request <code>")
    .description("đề nghị xóa, ghi căn cứ vào nhật ký")
    .requiredOption("--decision <text>", "số và ngày của quyết định; không ghi tên ai")
    .requiredOption("--law <text>", "luật, điều, khoản làm căn cứ")
    .requiredOption("--reason <reason>", "retention-ended, consent-withdrawn, unlawful-processing, ordered")
    .option("--as <login>", "người bảo vệ dữ liệu cá nhân trên máy này", "baove")
    .option("--data <dir>", "thư mục dữ liệu (mặc định .motcua/data)")
    .option("--url <url>", "địa chỉ một cửa; mã truy cập lấy từ MOTCUA_TOKEN")
    .action(lazy(async () => (await import("./commands/erase.ts")).eraseRequest));
  erase
    .command("approve <code>")
    .description("người khác duyệt: dữ liệu cá nhân bị xóa, nhật ký giữ nguyên")
    .option("--as <login>", "người bảo vệ dữ liệu cá nhân khác trên máy này", "baove2")
    .option("--data <dir>", "thư mục dữ liệu (mặc định .motcua/data)")
    .option("--url <url>", "địa chỉ một cửa; mã truy cập lấy từ MOTCUA_TOKEN")
    .action(lazy(async () => (await import("./commands/erase.ts")).eraseApprove));
  erase
    .command("reject <code>")
    .description("không duyệt đề nghị xóa")
    .option("--as <login>", "người bảo vệ dữ liệu cá nhân khác trên máy này", "baove2")
    .option("--data <dir>", "thư mục dữ liệu (mặc định .motcua/data)")
    .option("--url <url>", "địa chỉ một cửa; mã truy cập lấy từ MOTCUA_TOKEN")
    .action(lazy(async () => (await import("./commands/erase.ts")).eraseReject));
  const audit = motcua.command("audit").description("nhật ký hồ sơ và bằng chứng niêm phong");
  audit
    .command("verify <file>")
    .description("kiểm tra một hồ sơ đã xuất, không cần mạng; nêu lần ghi đầu tiên bị sửa, bỏ, thêm, đổi chỗ hoặc cắt cuối")
    .option("--key <file>", "khóa công khai của tỉnh (PEM)")
    .option("--receipt <hash>", "mã băm in trên giấy tiếp nhận")
    .option("--json", "in một đối tượng JSON")
    .action(lazy(async () => (await import("./commands/audit-verify.ts")).auditVerify));
  audit
    .command("export <code>")
    .description("xuất nhật ký của một hồ sơ cùng bằng chứng niêm phong, từ một cửa đang chạy")
    .option("--out <file>", "tệp ghi (mặc định <mã hồ sơ>.log.jsonl)")
    .option("--as <login>", "người đăng nhập trên máy này", "motcua")
    .option("--data <dir>", "thư mục dữ liệu (mặc định .motcua/data)")
    .option("--url <url>", "địa chỉ một cửa; mã truy cập lấy từ MOTCUA_TOKEN")
    .action(lazy(async () => (await import("./commands/audit-export.ts")).auditExport));
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
