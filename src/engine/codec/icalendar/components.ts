// Components of RFC 5545 section 3.6 as a tree over content lines: what is not touched keeps its bytes. Knows no property's meaning.
import { madeLine } from '../content-lines/format.js';
import type { LineToFormat } from '../content-lines/format.js';
import { parseLines } from '../content-lines/lines.js';
import type { ContentLine } from '../content-lines/lines.js';

export interface Component {
  /** Upper case, 'VEVENT'; '' for the whole text. */
  readonly name: string;
  /** Lines and components in their order, without BEGIN and END. */
  entries: (ContentLine | Component)[];
  readonly begin: string;
  /** '' where the text ended without it. */
  end: string;
}

const isComponent = (entry: ContentLine | Component): entry is Component => 'entries' in entry;

/** Never fails: an END without its BEGIN is an ordinary line, a component without END ends with the text. */
export function parseComponents(text: string): Component {
  const whole: Component = { name: '', entries: [], begin: '', end: '' };
  const open = [whole];
  for (const line of parseLines(text)) {
    const inner = open.at(-1) ?? whole;
    const name = line.value.trim().toUpperCase();
    if (line.name === 'BEGIN') {
      const component: Component = { name, entries: [], begin: line.raw, end: '' };
      inner.entries.push(component);
      open.push(component);
    } else if (line.name === 'END' && inner.name === name && inner !== whole) {
      inner.end = line.raw;
      open.pop();
    } else {
      inner.entries.push(line);
    }
  }
  return whole;
}

/** A component began and did not end: the text is a piece of one, and what it lacks was not deleted by anybody. */
export const isCutOff = (whole: Component): boolean => whole.entries.some((entry) => isComponent(entry) && (entry.end === '' || isCutOff(entry)));

export const textOf = (component: Component): string =>
  component.begin + component.entries.map((entry) => (isComponent(entry) ? textOf(entry) : entry.raw)).join('') + component.end;

export const childrenOf = (component: Component, name: string): readonly Component[] =>
  component.entries.filter(isComponent).filter((child) => child.name === name);

const isLineOf = (name: string) => (entry: ContentLine | Component): entry is ContentLine => entry.name === name && !isComponent(entry);

export const properties = (component: Component, name: string): readonly ContentLine[] => component.entries.filter(isLineOf(name));

/** The first of that name, as clients that expect one property read it. */
export const property = (component: Component, name: string): ContentLine | undefined => component.entries.find(isLineOf(name));

/** The trimmed value of the first property of that name, '' without one. */
export const valueOf = (component: Component, name: string): string => property(component, name)?.value.trim() ?? '';

/** Puts the lines where the first property of that name was, else after the last property; takes all others of that name away. */
export function setProperty(component: Component, name: string, lines: readonly Omit<LineToFormat, 'name'>[]): void {
  const made = lines.map((line) => madeLine({ ...line, name }));
  const isOld = isLineOf(name);
  const at = component.entries.findIndex(isOld);
  const firstChild = component.entries.findIndex(isComponent);
  component.entries.splice(at >= 0 ? at : firstChild >= 0 ? firstChild : component.entries.length, 0, ...made);
  component.entries = component.entries.filter((entry) => !isOld(entry) || made.includes(entry));
}

type NewLine = Omit<LineToFormat, 'name'>;

export interface Edit {
  /** The line itself to keep it byte for byte, another one, or null to take it away. */
  readonly each: (line: ContentLine) => ContentLine | NewLine | null;
  /** New ones, put after the last of that name. */
  readonly more: readonly NewLine[];
}

export function editProperties(component: Component, name: string, { each, more }: Edit): void {
  const made = (line: NewLine): ContentLine => madeLine({ ...line, name });
  const isOld = isLineOf(name);
  const edited = (entry: ContentLine | Component): readonly (ContentLine | Component)[] => {
    if (!isOld(entry)) return [entry];
    const line = each(entry);
    return line === null ? [] : 'raw' in line ? [line] : [made(line)];
  };
  const last = component.entries.findLastIndex(isOld);
  const firstChild = component.entries.findIndex(isComponent);
  const at = last >= 0 ? last + 1 : firstChild >= 0 ? firstChild : component.entries.length;
  component.entries = [...component.entries.slice(0, at).flatMap(edited), ...more.map(made), ...component.entries.slice(at).flatMap(edited)];
}

export const removeProperty = (component: Component, name: string): void => setProperty(component, name, []);

export function removeChild(component: Component, child: Component): void {
  component.entries = component.entries.filter((entry) => entry !== child);
}

/** `text` is that of one whole component; it goes before the first component called `before`, else to the end. */
export function addChild(component: Component, text: string, before?: string): void {
  const at = before === undefined ? -1 : component.entries.findIndex((entry) => isComponent(entry) && entry.name === before);
  component.entries.splice(at < 0 ? component.entries.length : at, 0, ...parseComponents(text).entries);
}
