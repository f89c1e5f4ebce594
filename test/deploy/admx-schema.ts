// The rules of the PolicyDefinitions schema for what our templates use. Says every way in which a template and its resources break them.
import { XMLParser } from 'fast-xml-parser';

type Node = Readonly<Record<string, unknown>>;
const parser = new XMLParser({ preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '', parseTagValue: false, trimValues: false });
const nameOf = (node: Node): string => Object.keys(node).find((key) => key !== ':@') ?? '';
const inside = (node: Node | undefined): readonly Node[] => (node === undefined ? [] : ((node[nameOf(node)] ?? []) as Node[]).filter((child) => nameOf(child) !== '#text'));
const attribute = (node: Node, name: string): string => ((node[':@'] ?? {}) as Readonly<Record<string, string>>)[name] ?? '';
const textOf = (node: Node): string => ((node[nameOf(node)] ?? []) as Node[]).map((child) => String(child['#text'] ?? '')).join('');
const all = (node: Node | undefined, name: string): readonly Node[] => inside(node).flatMap((child) => [...(nameOf(child) === name ? [child] : []), ...all(child, name)]);
const child = (node: Node | undefined, name: string): Node | undefined => inside(node).find((one) => nameOf(one) === name);
const twice = (names: readonly string[]): readonly string[] => [...new Set(names.filter((name, at) => names.indexOf(name) !== at))];

const NAMESPACE = 'http://www.microsoft.com/GroupPolicy/PolicyDefinitions';
const ORDER = ['parentCategory', 'supportedOn', 'enabledValue', 'disabledValue', 'enabledList', 'disabledList', 'elements'];
const ITEM_NAME = /^[^\s\\/:*?"<>|$()]+$/;

/** @param resources language -> ADML */
export function templateFaults(admx: string, resources: Readonly<Record<string, string>>): readonly string[] {
  const root = (parser.parse(admx) as Node[]).find((node) => nameOf(node) === 'policyDefinitions');
  if (root === undefined) return ['no policyDefinitions'];
  const faults: string[] = [];
  const must = (holds: boolean, fault: string): void => { if (!holds) faults.push(fault); };
  must(attribute(root, 'xmlns') === NAMESPACE, 'namespace');
  must(inside(root).map(nameOf).join() === 'policyNamespaces,resources,supportedOn,categories,policies', 'order of the parts');
  const policies = inside(child(root, 'policies')), categories = inside(child(root, 'categories')), names = policies.map((one) => attribute(one, 'name'));
  const categoryNames = categories.map((one) => attribute(one, 'name')), supported = all(root, 'definition').map((one) => attribute(one, 'name'));
  for (const name of [...twice(names), ...twice(categoryNames)]) faults.push(`${name}: twice`);
  for (const ref of all(root, 'parentCategory').map((one) => attribute(one, 'ref'))) must(categoryNames.includes(ref), `category ${ref} is nowhere`);
  for (const one of policies) policyFaults(one, { supported, must });
  for (const [language, adml] of Object.entries(resources)) resourceFaults(admx, { language, adml, policies, must });
  return faults;
}

interface Rules {
  readonly must: (holds: boolean, fault: string) => void;
}

function policyFaults(policy: Node, { supported, must }: Rules & { readonly supported: readonly string[] }): void {
  const name = attribute(policy, 'name'), parts = inside(policy).map(nameOf), elements = inside(child(policy, 'elements'));
  must(ITEM_NAME.test(name), `${name}: no name`);
  must(['Machine', 'User', 'Both'].includes(attribute(policy, 'class')), `${name}: class`);
  must(/^Software\\Policies\\/.test(attribute(policy, 'key')), `${name}: key outside Software\\Policies`);
  must(parts.join() === ORDER.filter((part) => parts.includes(part)).join(), `${name}: order`);
  must(supported.includes(attribute(child(policy, 'supportedOn') ?? {}, 'ref')), `${name}: supportedOn ${attribute(child(policy, 'supportedOn') ?? {}, 'ref')}`);
  must(attribute(policy, 'valueName') !== '' || elements.length > 0, `${name}: sets nothing`);
  must(elements.length > 0 === (attribute(policy, 'presentation') !== ''), `${name}: presentation`);
  for (const id of twice(elements.map((one) => attribute(one, 'id')))) must(false, `${id}: twice`);
  for (const one of elements) must(attribute(one, 'id') !== '' && attribute(one, 'valueName') !== '', `${name}: element without id or valueName`);
  for (const value of all(policy, 'decimal')) must(/^\d+$/.test(attribute(value, 'value')) && Number(attribute(value, 'value')) < 2 ** 32, `${name}: decimal ${attribute(value, 'value')}`);
  for (const list of elements.filter((one) => nameOf(one) === 'enum')) must(inside(list).length > 0 && inside(list).every((item) => child(item, 'value') !== undefined), `${name}: enum without values`);
}

function resourceFaults(admx: string, { language, adml, policies, must }: Rules & { readonly language: string; readonly adml: string; readonly policies: readonly Node[] }): void {
  const root = (parser.parse(adml) as Node[]).find((node) => nameOf(node) === 'policyDefinitionResources'), tables = child(root, 'resources');
  must(root !== undefined && inside(root).map(nameOf).join() === 'displayName,description,resources', `${language}: order of the parts`);
  const strings = inside(child(tables, 'stringTable')), presentations = inside(child(tables, 'presentationTable'));
  const ids = strings.map((one) => attribute(one, 'id')), shown = presentations.map((one) => attribute(one, 'id'));
  for (const id of [...twice(ids), ...twice(shown)]) must(false, `${language}: ${id} twice`);
  for (const one of strings) must(textOf(one).trim() !== '', `${language}: ${attribute(one, 'id')} empty`);
  const asked = [...admx.matchAll(/\$\(string\.([^)]+)\)/g)].map(([, id = '']) => id);
  for (const id of new Set(asked)) must(ids.includes(id), `${language}: no string ${id}`);
  for (const id of ids) must(asked.includes(id), `${language}: string ${id} is asked for nowhere`);
  for (const policy of policies) {
    const wanted = /^\$\(presentation\.([^)]+)\)$/.exec(attribute(policy, 'presentation'))?.[1];
    if (wanted === undefined) continue;
    const presentation = presentations[shown.indexOf(wanted)], elements = inside(child(policy, 'elements'));
    must(presentation !== undefined, `${language}: no presentation ${wanted}`);
    if (presentation === undefined) continue;
    for (const control of inside(presentation)) {
      const element = elements.find((one) => attribute(one, 'id') === attribute(control, 'refId'));
      must(element !== undefined && { text: 'textBox', enum: 'dropdownList', decimal: 'decimalTextBox', boolean: 'checkBox' }[nameOf(element)] === nameOf(control), `${language}: ${wanted} has no fitting element ${attribute(control, 'refId')}`);
    }
    for (const element of elements) must(inside(presentation).some((control) => attribute(control, 'refId') === attribute(element, 'id')), `${language}: ${wanted} does not show ${attribute(element, 'id')}`);
  }
}
