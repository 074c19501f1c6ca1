import { Button, SegmentedControl } from '@mantine/core';
import IconMap2 from '@tabler/icons-react/dist/esm/icons/IconMap2.mjs';
import { useState } from 'react';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { JobProgress } from '../../components/job-progress.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { Page } from '../../components/page.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { noTieFilters, TieFilters, toTieFilter } from '../../components/tie-filters.tsx';
import { useLongQuestion } from '../../jobs.ts';
import { text } from '../../text/index.ts';
import type { MapGraph } from './map-groups.ts';
import { MapBoard } from './map-board.tsx';
import classes from './map-page.module.css';
import type { MapLook } from './map-toolbar.tsx';

const words = text.map;
type Shown = 'map' | 'list';

/** Me in the middle and my network around me, drawn or as a list. */
export function MapPage() {
  const [shown, setShown] = useState<Shown>('map');
  const [filters, setFilters] = useState(noTieFilters);
  const [hasFilters, setHasFilters] = useState(false);
  const [look, setLook] = useState<MapLook>({ colourBy: 'community', sizeBy: 'ties', hops: 2 });
  const filter = toTieFilter(filters);
  const isFiltered = filters !== noTieFilters;
  const { query, job } = useLongQuestion(
    'map',
    'graph',
    { hops: look.hops, filter },
    { keepsFormer: true },
  );
  return (
    <Page
      variant="fill"
      title={text.frame.pages.map}
      lead={query.data === undefined ? words.loading : <Lead graph={query.data} />}
      actions={
        <SegmentedControl
          aria-label={words.view.label}
          value={shown}
          onChange={(next) => setShown(next)}
          data={[
            { value: 'map', label: words.view.map },
            { value: 'list', label: words.view.list },
          ]}
        />
      }
    >
      <div className={classes.body}>
        {query.isError && <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />}
        <JobProgress job={job} label={words.loading} />
        {query.data === undefined ? (
          !query.isError && <SkeletonRows rows={8} />
        ) : (
          <MapBoard
            graph={query.data}
            isList={shown === 'list'}
            look={look}
            onLook={setLook}
            filter={filter}
            hasFilters={hasFilters}
            isFiltered={isFiltered}
            onFilters={setHasFilters}
            filters={hasFilters && <TieFilters value={filters} onChange={setFilters} />}
            empty={
              <NobodyAround isFiltered={isFiltered} onLoosen={() => setFilters(noTieFilters)} />
            }
          />
        )}
      </div>
    </Page>
  );
}

function Lead({ graph }: { graph: MapGraph }) {
  const people = graph.people.length - 1;
  return (
    <>
      {words.lead(people, graph.tieTotal)}
      {people < graph.total && ` ${words.leftOut(graph.total - people, graph.total)}`}
      {graph.from.length < graph.tieTotal &&
        ` ${words.tiesLeftOut(graph.from.length, graph.tieTotal)}`}
    </>
  );
}

function NobodyAround({ isFiltered, onLoosen }: { isFiltered: boolean; onLoosen: () => void }) {
  return (
    <EmptyState
      icon={IconMap2}
      title={words.empty.title}
      body={isFiltered ? words.empty.bodyFiltered : words.empty.body}
      actions={
        <>
          <LinkButton to="/transfer">{words.empty.action}</LinkButton>
          {isFiltered && (
            <Button variant="default" onClick={onLoosen}>
              {words.empty.loosen}
            </Button>
          )}
        </>
      }
    />
  );
}
