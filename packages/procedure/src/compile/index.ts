export type {
  ArithmeticNode, ArithmeticOperator, CallNode, CompareNode, ComparisonOperator, ConditionalNode, EachNode, ExpressionNode, ExpressionRange,
  FieldNode, HasNode, InNode, ListMacro, ListNode, LiteralNode, LogicNode, MethodNode, StringMethod, UnaryNode, VariableNode,
} from "./cel/expression-node.ts";
export type { ExpressionFault, ExpressionFaultCode } from "./cel/expression-fault.ts";
export type { ParsedExpression } from "./cel/parse-expression.ts";
export { parseExpression } from "./cel/parse-expression.ts";
export type { FunctionName, FunctionSignature, SignatureType, VariableName } from "./cel/cel-environment.ts";
export { FUNCTIONS, VARIABLES } from "./cel/cel-environment.ts";
