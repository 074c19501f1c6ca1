import { Checkbox, Radio } from '@mantine/core';
import type { ReactNode } from 'react';
import type { PersonDetail } from '../../../src-main/contract/people.ts';
import { PersonAvatar } from '../../components/person-avatar.tsx';
import { birthday, day } from '../../text/common.ts';
import { text } from '../../text/index.ts';
import type { Choices } from './merge-choices.ts';
import classes from './merge-form.module.css';

const words = text.merge;

interface FieldRowsProps {
  keep: PersonDetail;
  gone: PersonDetail;
  choices: Choices;
  onChoose: (part: Partial<Choices>) => void;
}

/** One row a field. Where both say the same, or neither anything, there is nothing to choose and no row. */
export function FieldRows({ keep, gone, choices, onChoose }: FieldRowsProps) {
  return (
    <>
      <SideRow
        field="name"
        sides={[keep.isNamed ? keep.name : null, gone.isNamed ? gone.name : null]}
        value={choices.name}
        onChange={(name) => onChoose({ name })}
        hint={words.otherName}
      />
      {sideFields.map(([field, show]) => (
        <SideRow
          key={field}
          field={field}
          sides={[show(keep), show(gone)]}
          value={choices[field]}
          onChange={(side) => onChoose({ [field]: side })}
        />
      ))}
      {(['howMet', 'note'] as const).map((field) => (
        <TextRow
          key={field}
          field={field}
          sides={[keep[field], gone[field]]}
          value={choices[field]}
          onChange={(side) => onChoose({ [field]: side })}
        />
      ))}
      {listFields.map(([field, itemsOf]) => (
        <ListRow
          key={field}
          field={field}
          sides={[itemsOf(keep), itemsOf(gone)]}
          choices={choices}
          onChoose={onChoose}
        />
      ))}
    </>
  );
}

/** Fields of which one side stands. */
const sideFields: readonly (readonly [
  'birthday' | 'photo' | 'metOn',
  (person: PersonDetail) => ReactNode,
])[] = [
  ['birthday', (person) => (person.birthday === null ? null : birthday(person.birthday))],
  ['photo', photoOf],
  ['metOn', (person) => (person.metOn === null ? null : day(person.metOn))],
];

/** Fields of which both sides are put together. */
const listFields: readonly (readonly [Field, (person: PersonDetail) => Item[]])[] = [
  [
    'contactPoints',
    ({ contactPoints }) =>
      contactPoints.map(({ id, value }) => ({ key: `contactPoint:${id}`, label: value })),
  ],
  [
    'roles',
    ({ roles }) =>
      roles.map(({ id, title, organisation }) => ({
        key: `role:${id}`,
        label: text.people.roleAt(title, organisation?.name ?? null),
      })),
  ],
  ['tags', ({ tags }) => tags.map(({ id, name }) => ({ key: `tag:${id}`, label: name }))],
  [
    'statements',
    ({ statements }) =>
      statements.map(({ id, kind, topic }) => ({
        key: `statement:${id}`,
        label: words.statement(kind, topic.name),
      })),
  ],
];

function photoOf(person: PersonDetail): ReactNode {
  return person.photo === null ? null : (
    <>
      <PersonAvatar person={person} size={48} />
      <span className="hidden-visually">{words.photoOf(person.name)}</span>
    </>
  );
}

type Field = keyof typeof words.fields;
type Side = 'keep' | 'gone';

function Row({
  field,
  children,
  hint,
}: {
  field: Field;
  children: ReactNode;
  hint?: string | undefined;
}) {
  return (
    <div className={classes.row}>
      <div className={classes.label}>
        {words.fields[field]}
        {hint !== undefined && <span className={classes.hint}>{hint}</span>}
      </div>
      {children}
    </div>
  );
}

interface SideRowProps {
  field: Field;
  sides: readonly [ReactNode, ReactNode];
  value: Side;
  onChange: (value: Side) => void;
  hint?: string;
}

function SideRow({ field, sides: [left, right], value, onChange, hint }: SideRowProps) {
  if ((left === null && right === null) || left === right) return null;
  const radio = (side: Side, content: ReactNode) => (
    <Radio
      value={side}
      disabled={content === null}
      label={content ?? words.nothing}
      classNames={{ label: classes.choice }}
    />
  );
  return (
    <Row field={field} hint={hint}>
      <Radio.Group
        label={words.fields[field]}
        labelProps={{ className: 'hidden-visually' }}
        className={classes.wide}
        value={value}
        onChange={(next) => onChange(next === 'gone' ? 'gone' : 'keep')}
      >
        <div className={classes.group}>
          {radio('keep', left)}
          {radio('gone', right)}
        </div>
      </Radio.Group>
    </Row>
  );
}

interface TextRowProps {
  field: Field;
  sides: readonly [string, string];
  value: Side | 'both';
  onChange: (value: Side | 'both') => void;
}

/** Texts can also be joined. */
function TextRow({ field, sides: [left, right], value, onChange }: TextRowProps) {
  if (left === right || left === '' || right === '') {
    return left === '' && right === '' ? null : (
      <Row field={field}>
        <div className={`${classes.wide} ${classes.group}`}>
          <p className={classes.text}>{left}</p>
          <p className={classes.text}>{right}</p>
        </div>
      </Row>
    );
  }
  return (
    <Row field={field}>
      <Radio.Group
        label={words.fields[field]}
        labelProps={{ className: 'hidden-visually' }}
        className={classes.wide}
        value={value}
        onChange={(next) => onChange(next === 'keep' || next === 'gone' ? next : 'both')}
      >
        <div className={classes.group}>
          <Radio value="keep" label={left} classNames={{ label: classes.choice }} />
          <Radio value="gone" label={right} classNames={{ label: classes.choice }} />
          <Radio value="both" label={words.both} />
        </div>
      </Radio.Group>
    </Row>
  );
}

interface Item {
  readonly key: string;
  readonly label: string;
}

interface ListRowProps {
  field: Field;
  sides: readonly (readonly Item[])[];
  choices: Choices;
  onChoose: FieldRowsProps['onChoose'];
}

/** Lists are put together; each item can be left out. */
function ListRow({ field, sides, choices: { leftOut }, onChoose }: ListRowProps) {
  if (sides.every((items) => items.length === 0)) return null;
  const toggle = (key: string): void =>
    onChoose({
      leftOut: leftOut.includes(key) ? leftOut.filter((other) => other !== key) : [...leftOut, key],
    });
  return (
    <Row field={field} hint={words.untick}>
      <div
        className={`${classes.wide} ${classes.group}`}
        role="group"
        aria-label={words.fields[field]}
      >
        {sides.map((items, index) => (
          <div key={index === 0 ? 'keep' : 'gone'} className={classes.items}>
            {items.map(({ key, label }) => (
              <Checkbox
                key={key}
                label={label}
                checked={!leftOut.includes(key)}
                onChange={() => toggle(key)}
                classNames={{ label: classes.choice }}
              />
            ))}
          </div>
        ))}
      </div>
    </Row>
  );
}
