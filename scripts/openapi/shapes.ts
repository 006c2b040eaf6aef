import ts from 'typescript';

export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: (string | number | boolean | null)[];
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  additionalProperties?: boolean | Schema;
}
const { TypeFlags } = ts;
const PLAIN: [ts.TypeFlags, string][] = [
  [TypeFlags.StringLike, 'string'],
  [TypeFlags.NumberLike, 'number'],
  [TypeFlags.BooleanLike, 'boolean'],
  [TypeFlags.Null, 'null'],
];
const isLiteral = (type: ts.Type): boolean =>
  type.isStringLiteral() || type.isNumberLiteral() || Boolean(type.flags & TypeFlags.BooleanLiteral);

/** Members in the order in which they are written, or by name; the compiler's own order changes with what it has read before. */
function byPlace(a: ts.Symbol, b: ts.Symbol): number {
  const [x, y] = [a, b].map((s) => [s.declarations?.[0].getSourceFile().fileName ?? '', s.declarations?.[0].pos ?? 0, s.name] as const);
  const differs = x.findIndex((part, i) => part !== y[i]);
  return x[differs] < y[differs] ? -1 : 1;
}

/** Types as the JSON that they become. Named ones stand once, by their name; what says nothing of its form is refused. */
export class Shapes {
  readonly named: Record<string, Schema> = {};
  private readonly owners = new Map<string, ts.Type>();
  private readonly checker: ts.TypeChecker;
  constructor(private readonly program: ts.Program) {
    this.checker = program.getTypeChecker();
  }

  of(type: ts.Type, at: string): Schema {
    const name = this.nameOf(type);
    if (!name) return this.form(type, at);
    const owner = this.owners.get(name);
    if (!owner) {
      this.owners.set(name, type);
      const description = this.says(type.aliasSymbol ?? type.symbol);
      this.named[name] = { ...this.form(type, name), ...(description ? { description } : {}) };
    } else if (owner !== type && JSON.stringify(this.form(type, name)) !== JSON.stringify(this.form(owner, name)))
      throw new Error(`${at}: two different types answer under the name ${name}`);
    return { $ref: `#/components/schemas/${name}` };
  }

  private form(type: ts.Type, at: string): Schema {
    if (type.isUnion()) return this.union(type, at);
    if (isLiteral(type)) return this.choice([type]);
    const plain = PLAIN.find(([flag]) => type.flags & flag);
    if (plain) return { type: plain[1] };
    if (type.isIntersection() && type.types.some((t) => t.flags & TypeFlags.StringLike)) return this.text(type);
    if (type.symbol?.name === 'Date' && this.isBuiltIn(type.symbol)) return { type: 'string', format: 'date-time' };
    if (this.checker.isArrayType(type))
      return { type: 'array', items: this.of(this.checker.getTypeArguments(type as ts.TypeReference)[0], `${at}[]`) };
    if (type.flags & TypeFlags.Object || type.isIntersection()) return this.object(type, at);
    throw new Error(`${at}: ${this.checker.typeToString(type)} says nothing of the form of the answer`);
  }

  private union(type: ts.UnionType, at: string): Schema {
    const parts = type.types.filter((t) => !(t.flags & TypeFlags.Undefined));
    const nullable = parts.some((t) => t.flags & TypeFlags.Null);
    const literals = parts.filter(isLiteral);
    const others = parts.filter((t) => !isLiteral(t) && !(t.flags & TypeFlags.Null)).map((t) => this.of(t, at));
    const choices = [...(literals.length > 0 ? [this.choice(literals)] : []), ...others];
    choices.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    if (!nullable) return choices.length === 1 ? choices[0] : { anyOf: choices };
    const [one] = choices;
    if (choices.length > 1 || typeof one.type !== 'string') return { anyOf: [...choices, { type: 'null' }] };
    return { ...one, type: [one.type, 'null'], ...(one.enum ? { enum: [...one.enum, null] } : {}) };
  }
  private choice(literals: ts.Type[]): Schema {
    const values = literals.map((t) => (t.isLiteral() ? (t.value as string | number) : this.checker.typeToString(t) === 'true'));
    const type = typeof values[0];
    return type === 'boolean' && values.length === 2 ? { type } : { type, enum: values.sort() };
  }
  /** A text whose type names its form: `string & { format?: 'date' }`. */
  private text(type: ts.Type): Schema {
    const format = this.checker.getTypeOfSymbol(type.getProperty('format')!);
    const [literal] = format.isUnion() ? format.types.filter((t) => t.isStringLiteral()) : [format];
    return { type: 'string', format: (literal as ts.StringLiteralType).value };
  }
  private object(type: ts.Type, at: string): Schema {
    if (type.getCallSignatures().length > 0) throw new Error(`${at}: a function cannot be told`);
    const rest = this.checker.getIndexInfoOfType(type, ts.IndexKind.String);
    if (rest) return { type: 'object', additionalProperties: rest.type.flags & TypeFlags.Unknown ? true : this.of(rest.type, `${at}{}`) };
    const members = this.checker.getPropertiesOfType(type).toSorted(byPlace);
    if (members.length === 0) throw new Error(`${at}: an object without a member says nothing of the form of the answer`);
    const isOptional = (member: ts.Symbol) => Boolean(member.flags & ts.SymbolFlags.Optional);
    return {
      type: 'object',
      required: members.filter((m) => !isOptional(m)).map((m) => m.name),
      properties: Object.fromEntries(members.map((m) => [m.name, this.member(m, `${at}.${m.name}`)])),
      additionalProperties: false,
    };
  }
  private member(member: ts.Symbol, at: string): Schema {
    const description = this.says(member);
    return { ...this.of(this.checker.getTypeOfSymbol(member), at), ...(description ? { description } : {}) };
  }

  /** The name that our own code gives a type; `Page<CaseLine>` is a CaseLinePage. */
  private nameOf(type: ts.Type): string | null {
    if (type.isUnionOrIntersection() && type.types.some((t) => !(t.flags & TypeFlags.Object))) return null;
    const symbol = type.aliasSymbol && !this.isBuiltIn(type.aliasSymbol) ? type.aliasSymbol : type.symbol;
    if (!symbol || symbol.name.startsWith('__') || this.isBuiltIn(symbol)) return null;
    const given = symbol === type.aliasSymbol ? type.aliasTypeArguments : this.argumentsOf(type);
    return [...(given ?? []).map((t) => this.nameOf(t) ?? this.checker.typeToString(t)), symbol.name].join('');
  }
  private argumentsOf(type: ts.Type): readonly ts.Type[] {
    const { target } = type as ts.TypeReference;
    return target?.typeParameters ? this.checker.getTypeArguments(type as ts.TypeReference).slice(0, target.typeParameters.length) : [];
  }
  private isBuiltIn(symbol: ts.Symbol): boolean {
    return symbol.declarations?.some((d) => this.program.isSourceFileDefaultLibrary(d.getSourceFile())) ?? false;
  }
  private says(symbol: ts.Symbol): string {
    return ts.displayPartsToString(symbol.getDocumentationComment(this.checker)).replace(/\s+/g, ' ');
  }
}
