/** Stages ways to reach a person: e-mail addresses, numbers, links, postal addresses. */
import { contactKey } from './dossier-rows.ts';
import type { Dossier } from './dossiers.ts';
import type { ParsedAddress, ParsedPerson } from './parsed-file.ts';
import type { PlanTools, RowSource } from './plan-persons.ts';

interface Point {
  readonly kind: 'email' | 'phone' | 'url' | 'address';
  readonly value: string;
  readonly matchKey: string | null;
  readonly label: string | null;
  readonly isPreferred: boolean;
}

/** Adds what the person does not have yet; a label that was missing is filled in. */
export function planContactPoints(
  tools: PlanTools,
  dossier: Dossier,
  row: ParsedPerson,
  source: RowSource,
): void {
  for (const point of pointsOf(row)) planPoint(tools, dossier, point, source);
}

function planPoint(tools: PlanTools, dossier: Dossier, point: Point, source: RowSource): void {
  const key = contactKey(point.kind, point.matchKey, point.value);
  const known = dossier.contacts.get(key);
  if (known !== undefined) {
    if (known.label === null && point.label !== null) {
      known.label = point.label;
      tools.stage.update('contact_point', known.ref, { label: point.label });
    }
    return;
  }
  const isPrimary =
    point.isPreferred &&
    ![...dossier.contacts.values()].some(
      ({ kind, isPrimary: isTaken }) => isTaken && kind === point.kind,
    );
  const ref = tools.stage.insert('contact_point', {
    person_id: dossier.ref,
    kind: point.kind,
    value: point.value,
    match_key: point.matchKey,
    label: point.label,
    is_primary: isPrimary ? 1 : 0,
    import_id: source.importRef,
  });
  dossier.contacts.set(key, { ref, kind: point.kind, label: point.label, isPrimary });
  if (point.matchKey !== null && (point.kind === 'email' || point.kind === 'phone')) {
    tools.index.noteHolder(dossier.ref, point.kind, point.matchKey);
  }
}

function* pointsOf(row: ParsedPerson): Iterable<Point> {
  for (const email of row.emails) yield { kind: 'email', ...written(email) };
  for (const phone of row.phones) yield { kind: 'phone', ...written(phone) };
  for (const { url, label } of row.urls) {
    yield { kind: 'url', value: url, matchKey: null, label, isPreferred: false };
  }
  for (const address of row.addresses) {
    const value = formatAddress(address);
    if (value === '') continue;
    yield { kind: 'address', value, matchKey: null, label: address.label, isPreferred: false };
  }
}

function written(value: ParsedPerson['emails'][number]): Omit<Point, 'kind'> {
  return {
    value: value.value,
    matchKey: value.normalised,
    label: value.label,
    isPreferred: value.preferred,
  };
}

/** A postal address as it is written on a letter, one part a line. */
function formatAddress(address: ParsedAddress): string {
  const town = [address.locality, address.region, address.postcode].filter((part) => part !== null);
  return [address.poBox, address.extended, address.street, town.join(', ') || null, address.country]
    .filter((part) => part !== null)
    .join('\n');
}
