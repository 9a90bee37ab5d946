export type {
  ArithmeticNode, ArithmeticOperator, CallNode, CompareNode, ComparisonOperator, ConditionalNode, EachNode, ExpressionNode, ExpressionRange,
  FieldNode, HasNode, InNode, ListMacro, ListNode, LiteralNode, LogicNode, MethodNode, StringMethod, UnaryNode, VariableNode,
} from "./cel/expression-node.ts";
export type { ExpressionFault, ExpressionFaultCode } from "./cel/expression-fault.ts";
export type { ParsedExpression } from "./cel/parse-expression.ts";
export { parseExpression } from "./cel/parse-expression.ts";
export type { FunctionName, FunctionSignature, SignatureType, VariableName } from "./cel/cel-environment.ts";
export { FUNCTIONS, VARIABLES } from "./cel/cel-environment.ts";
export type { CompiledProcedure, CompileRequest } from "./compile-procedure.ts";
export { compileProcedure } from "./compile-procedure.ts";
export type { Contract, ContractKind, ContractPredicates } from "./contract/contract.ts";
export { CONTRACT_KINDS, readContract, shippedContract } from "./contract/contract.ts";
export type { DatedVersion } from "./current-version.ts";
export { currentVersion } from "./current-version.ts";
export type { CodeList } from "./form/code-list.ts";
export type { DataSources, GivenData, GivenValue } from "./form/data-sources.ts";
export type { CataloguedVersion, CatalogueOptions, LoadedCatalogue } from "./load/load-catalogue.ts";
export { loadCatalogue, overlappingVersions, procedureFolders } from "./load/load-catalogue.ts";
export { loadProcedureFolder, readDefinitionFolder, readProcedureFolder } from "./load/load-procedure-folder.ts";
export type { SharedSources } from "./load/load-shared.ts";
export { loadShared } from "./load/load-shared.ts";
export type { DefinitionProblemCode, ProblemText } from "./problems/definition-problems.ts";
export { DEFINITION_PROBLEMS } from "./problems/definition-problems.ts";
export { inReadingOrder } from "./reading-order.ts";
export { locateInDefinition } from "./locate-in-definition.ts";
export { locatePointer } from "./source/locate-pointer.ts";
export { nearestName } from "./source/nearest-name.ts";
export type { Spot, SpotOf } from "./source/parsed-file.ts";
export type { SourceFile } from "./source/source-file.ts";
export { compileCalendars } from "./compile-calendars.ts";
export type { ProvinceRequest } from "./compile-province.ts";
export { compileProvince } from "./compile-province.ts";
export { overlayHolds } from "./province/local-faults.ts";
export type { LocallyDecided } from "./province/local-faults.ts";
export { isLocalised, localiseProcedure } from "./province/localise-procedure.ts";
export type { LoadedProvinces, LocallyOpen } from "./load/load-provinces.ts";
export { loadProvinces } from "./load/load-provinces.ts";
