import { Button, Select } from '@mantine/core';
import IconAdjustments from '@tabler/icons-react/dist/esm/icons/IconAdjustmentsHorizontal.mjs';
import type { PersonRef } from '../../../src-main/contract/common.ts';
import { PersonPicker } from '../../components/person-picker.tsx';
import { text } from '../../text/index.ts';
import type { ColourBy } from './map-groups.ts';
import classes from './map-page.module.css';
import type { SizeBy } from './scene-of-graph.ts';

const words = text.map;

/** How the map is drawn. */
export interface MapLook {
  readonly colourBy: ColourBy;
  readonly sizeBy: SizeBy;
  readonly hops: 1 | 2;
}

interface MapToolbarProps {
  look: MapLook;
  onLook: (look: MapLook) => void;
  onFind: (person: PersonRef) => void;
  hasFilters: boolean;
  onFilters: (isOpen: boolean) => void;
}

/** Finds people on the map, and says what its colours and sizes tell. */
export function MapToolbar({ look, onLook, onFind, hasFilters, onFilters }: MapToolbarProps) {
  return (
    <div className={classes.toolbar}>
      <PersonPicker
        label={words.find}
        value={null}
        onChange={(person) => {
          if (person !== null) onFind(person);
        }}
      />
      <Select
        label={words.colourBy}
        allowDeselect={false}
        value={look.colourBy}
        onChange={(colourBy) => onLook({ ...look, colourBy: colourBy ?? look.colourBy })}
        data={(['community', 'tag', 'platform'] as const).map((value) => ({
          value,
          label: words.colours[value],
        }))}
      />
      <Select
        label={words.sizeBy}
        allowDeselect={false}
        value={look.sizeBy}
        onChange={(sizeBy) => onLook({ ...look, sizeBy: sizeBy ?? look.sizeBy })}
        data={(['ties', 'brokerage'] as const).map((value) => ({
          value,
          label: words.sizes[value],
        }))}
      />
      <Select
        className={classes.wide}
        label={words.hops}
        allowDeselect={false}
        value={String(look.hops)}
        onChange={(hops) => onLook({ ...look, hops: hops === '1' ? 1 : 2 })}
        data={[
          { value: '1', label: words.hopsValue.one },
          { value: '2', label: words.hopsValue.two },
        ]}
      />
      <Button
        variant={hasFilters ? 'light' : 'default'}
        aria-expanded={hasFilters}
        leftSection={<IconAdjustments size={16} aria-hidden />}
        onClick={() => onFilters(!hasFilters)}
      >
        {words.filters}
      </Button>
    </div>
  );
}
