// Every user property that we have ever written into an item of Outlook; what an uninstallation takes off again (desk-rules.md 13).
import { URL_PROPERTY } from '../codec/outlook/appointment-rows.js';
import { DISMISSED } from '../codec/outlook/contact-certificates.js';
import { SEAL } from '../codec/outlook/contact-photo.js';
import { NOTE } from '../codec/outlook/meeting-record.js';
import { MARK_PROPERTY, columnOf } from '../side/outlook-mark.js';

export const OWN_PROPERTIES: readonly string[] = [MARK_PROPERTY, 'M2KSyncMark', SEAL, DISMISSED, NOTE, URL_PROPERTY];

export const OWN_COLUMNS: readonly string[] = OWN_PROPERTIES.map(columnOf);
