// What a property is here: one row with a name and how to get its value from a resource.
import { hrefOf } from '../paths.js';
import type { Resource } from '../resource.js';
import type { Scene } from '../reply.js';
import { dav } from '../xml/names.js';
import { el } from '../xml/write.js';
import type { Xml } from '../xml/write.js';

export type PropertyValue = readonly (Xml | string)[];

export interface PropertyRow {
  readonly name: string;
  /** Given for an empty PROPFIND or allprop. */
  readonly common?: true;
  /** Undefined where the resource has no such property: 404 in the answer. */
  readonly of: (resource: Resource, scene: Scene) => PropertyValue | undefined;
}

export const href = (path: string, scene: Scene): Xml => el(dav('href'), hrefOf(path, scene.quirks));
