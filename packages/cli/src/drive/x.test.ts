import { it } from "vitest";
import { overlayHolds, localiseProcedure } from "@motcua/procedure/compile";
import { checkWorkflow } from "@motcua/workflow";
import { loadDefinitions } from "../definitions.ts";
import { requireWorkspace } from "../workspace.ts";
it("x", async () => {
  const workspace = requireWorkspace();
  const { procedures, province } = await loadDefinitions(workspace, [`${workspace.schemas}/procedures/xay-dung`]);
  const procedure = procedures[0]!.procedure;
  const extra = { before: "kiem_tra_thuc_dia", name: { vi: "x" }, role: "cong_chuc_thu_ly", time: "30min", outcomes: { xong: { vi: "Xong" }, khac: { vi: "Khác" } }, next: { xong: "kiem_tra_thuc_dia", khac: "du_thao" } };
  const local = { ...province!, procedures: { [procedure.code]: { extraSteps: { hen: extra } } } };
  console.log(procedure.effective, Object.keys(procedure.workflow.steps), overlayHolds(local, procedure), checkWorkflow(localiseProcedure(procedure, local)));
});
