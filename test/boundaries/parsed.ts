import ts from 'typescript';

export interface SourceText {
  path: string;
  text: string;
}
export interface Imported {
  from: string;
  names: string[];
  typeOnly: boolean;
  line: number;
}
export interface Literal {
  text: string;
  line: number;
}
export interface Parsed {
  path: string;
  imports: Imported[];
  literals: Literal[];
  /** what `@On('…')` and `@Entity({ schema: '…' })` name */
  listens: Literal[];
  schemas: Literal[];
  /** members of `interface Events` */
  declares: string[];
  /** `tx.query`, `db.once`, `process`, `fetch`: the ways out of a file */
  calls: Literal[];
}

/** What a file says of itself, by the compiler's own reading; comments say nothing. */
export function parse({ path, text }: SourceText): Parsed {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const parsed: Parsed = { path, imports: [], literals: [], listens: [], schemas: [], declares: [], calls: [] };
  const line = (node: ts.Node) => file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
  const at = (node: ts.Node, said: string): Literal => ({ text: said, line: line(node) });
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      const specifier = node.moduleSpecifier;
      if (specifier && ts.isStringLiteral(specifier)) parsed.imports.push({ ...bound(node), from: specifier.text, line: line(node) });
      return;
    }
    if (ts.isModuleDeclaration(node) && node.body) return void ts.forEachChild(node.body, visit);
    if (ts.isInterfaceDeclaration(node) && node.name.text === 'Events')
      for (const member of node.members) if (member.name && ts.isStringLiteral(member.name)) parsed.declares.push(member.name.text);
    if (ts.isDecorator(node) && ts.isCallExpression(node.expression)) {
      const [first] = node.expression.arguments;
      const name = node.expression.expression.getText(file);
      if (name === 'On' && first && ts.isStringLiteral(first)) parsed.listens.push(at(first, first.text));
      if (name === 'Entity' && first && ts.isObjectLiteralExpression(first)) {
        const schema = first.properties.find(
          (p): p is ts.PropertyAssignment => ts.isPropertyAssignment(p) && p.name.getText(file) === 'schema',
        );
        parsed.schemas.push(at(first, schema && ts.isStringLiteral(schema.initializer) ? schema.initializer.text : ''));
      }
    }
    if (ts.isCallExpression(node)) {
      if (node.expression.kind === ts.SyntaxKind.ImportKeyword && node.arguments[0] && ts.isStringLiteral(node.arguments[0]))
        parsed.imports.push({ from: node.arguments[0].text, names: ['*'], typeOnly: false, line: line(node) });
      else parsed.calls.push(at(node, node.expression.getText(file)));
    }
    if (ts.isPropertyAccessExpression(node) && node.expression.getText(file) === 'process') parsed.calls.push(at(node, node.getText(file)));
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) parsed.literals.push(at(node, node.text));
    if (ts.isTemplateExpression(node))
      parsed.literals.push(at(node, [node.head.text, ...node.templateSpans.map((s) => s.literal.text)].join(' … ')));
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(file, visit);
  return parsed;
}

function bound(node: ts.ImportDeclaration | ts.ExportDeclaration): { names: string[]; typeOnly: boolean } {
  if (ts.isExportDeclaration(node)) {
    const elements = node.exportClause && ts.isNamedExports(node.exportClause) ? [...node.exportClause.elements] : [];
    return {
      names: elements.length > 0 ? elements.map((e) => (e.propertyName ?? e.name).text) : ['*'],
      typeOnly: node.isTypeOnly || (elements.length > 0 && elements.every((e) => e.isTypeOnly)),
    };
  }
  const clause = node.importClause;
  if (!clause) return { names: [], typeOnly: false };
  const named = clause.namedBindings && ts.isNamedImports(clause.namedBindings) ? [...clause.namedBindings.elements] : [];
  const whole = [...(clause.name ? ['default'] : []), ...(clause.namedBindings && ts.isNamespaceImport(clause.namedBindings) ? ['*'] : [])];
  const typeOnly = clause.isTypeOnly || (whole.length === 0 && named.length > 0 && named.every((e) => e.isTypeOnly));
  return { names: [...whole, ...named.filter((e) => !e.isTypeOnly).map((e) => (e.propertyName ?? e.name).text)], typeOnly };
}
