import { openTables, type Fault } from '../table.js';
import { addressRules } from './address-table.js';
import { LinkForms, type LinkForm, type PlatformLinks } from './link-form.js';
import { isExpression, namesIn } from './link-pattern.js';

const GIVEN = ['site', 'host', 'origin'];
type At = (string | number)[];

/** Faults of a platform's links: what a template names without having it, and a form that does not know its own examples. */
export function linkFaults(platform: PlatformLinks): Fault[] {
  if (!Array.isArray(platform.hosts)) return [{ path: ['hosts'], says: 'hosts must be a list' }];
  const forms = platform.links ?? [];
  const plain = [...shapeFaults(platform), ...forms.flatMap((form, i) => formFaults(form, ['links', i]))];
  if (plain.length > 0) return plain;
  const read = new LinkForms(platform);
  return forms.flatMap((form, i) => exampleFaults(read, form, ['links', i]));
}

const shapeFaults = ({ shapes = {} }: PlatformLinks): Fault[] =>
  Object.entries(shapes).flatMap(([name, shape]) =>
    isExpression(`^(?<${name}>${shape})$`) ? [] : [{ path: ['shapes', name], says: `${shape} is no expression` }],
  );

function formFaults(form: LinkForm, at: At): Fault[] {
  if (!Array.isArray(form.path) || form.path.length === 0) return [{ path: [...at, 'path'], says: 'path must be a list of patterns' }];
  if (
    !addressRules.kinds.whole.includes(form.kind) &&
    !addressRules.kinds.part.includes(form.kind) &&
    !addressRules.kinds.place.includes(form.kind)
  )
    return [{ path: [...at, 'kind'], says: `${form.kind} is no kind of address.yaml` }];
  const everywhere = form.path.map(namesIn).reduce((all, some) => all.filter((name) => some.includes(name)));
  const has = [...everywhere, ...Object.values(form.query ?? {}), ...namesIn(form.fragment ?? ''), ...GIVEN];
  return [
    ...(['canonical', 'same'] as const).flatMap((which) =>
      namesIn(form[which] ?? '')
        .filter((name) => !has.includes(name))
        .map((name) => ({ path: [...at, which], says: `${which} names {${name}}, which its form does not have` })),
    ),
    ...(Array.isArray(form.examples) && form.examples.length > 0 ? [] : [{ path: [...at, 'examples'], says: 'a form needs an example' }]),
  ];
}

/** Each example is read by its own form, and where that leads is read as the same thing again. */
const exampleFaults = (forms: LinkForms, form: LinkForm, at: At): Fault[] =>
  form.examples.flatMap((example, n) => {
    const fault = (says: string): Fault[] => [{ path: [...at, 'examples', n], says: `${example} ${says}` }];
    if (!URL.canParse(example)) return fault('is no address');
    const read = forms.read(new URL(example), new URL(example).hash.slice(1));
    if (read?.kind !== form.kind || read.short !== (form.short ?? false))
      return fault(`is not known by its form (${read?.kind ?? 'none'})`);
    const again = forms.read(new URL(read.url), new URL(read.url).hash.slice(1));
    return again?.same === read.same ? [] : fault(`is opened as ${read.url}, which is read as something else`);
  });

/** `config/platforms/*.yaml`, checked as far as links go. */
export const platformLinks: LinkForms[] = openTables<PlatformLinks>('platforms', /\.yaml$/, linkFaults).map((t) => new LinkForms(t.value));
