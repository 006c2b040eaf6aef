import { join } from 'node:path';
import ts from 'typescript';
import { Shapes, type Schema } from './shapes.js';

/** What a handler answers: nothing, a file, a text, a stream of events, or JSON of a named shape. */
export interface Answer {
  summary: string;
  kind: 'nothing' | 'file' | 'text' | 'events' | 'json';
  schema?: Schema;
}
export interface Answers {
  /** by `Controller.method` */
  of: Map<string, Answer>;
  schemas: Record<string, Schema>;
}
const ROUTE = new Set(['Get', 'Post', 'Put', 'Patch', 'Delete', 'Sse']);

/** What every controller answers, by the types of its methods as the compiler knows them. */
export function readAnswers(root: string): Answers {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (file) => ts.sys.readFile(file));
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const program = ts.createProgram(
    fileNames.filter((file) => file.endsWith('.controller.ts')),
    options,
  );
  const checker = program.getTypeChecker();
  const shapes = new Shapes(program);
  const of = new Map<string, Answer>();
  for (const { name, method } of program.getSourceFiles().flatMap(handlersOf))
    of.set(name, answerOf(name, checker.getSymbolAtLocation(method.name)!, method));
  return { of, schemas: shapes.named };

  function answerOf(name: string, symbol: ts.Symbol, method: ts.MethodDeclaration): Answer {
    const summary = ts.displayPartsToString(symbol.getDocumentationComment(checker)).replace(/\s+/g, ' ');
    const returned = checker.getReturnTypeOfSignature(checker.getSignatureFromDeclaration(method)!);
    const type = checker.getAwaitedType(returned)!;
    if (type.flags & (ts.TypeFlags.Void | ts.TypeFlags.Undefined)) return { summary, kind: 'nothing' };
    if (type.symbol?.name === 'StreamableFile') return { summary, kind: 'file' };
    if (type.symbol?.name === 'Observable') return { summary, kind: 'events' };
    if (type.flags & ts.TypeFlags.StringLike) return { summary, kind: 'text' };
    const schema = shapes.of(type, name);
    if (!schema.$ref) throw new Error(`${name} answers a shape without a name: declare an interface for it`);
    return { summary, kind: 'json', schema };
  }
}

function handlersOf(file: ts.SourceFile): { name: string; method: ts.MethodDeclaration }[] {
  if (!file.fileName.endsWith('.controller.ts')) return [];
  return file.statements.filter(ts.isClassDeclaration).flatMap((controller) =>
    controller.members
      .filter(ts.isMethodDeclaration)
      .filter((method) => ts.getDecorators(method)?.some(isRoute))
      .map((method) => ({ name: `${controller.name!.text}.${method.name.getText()}`, method })),
  );
}
const isRoute = ({ expression }: ts.Decorator): boolean => ts.isCallExpression(expression) && ROUTE.has(expression.expression.getText());
