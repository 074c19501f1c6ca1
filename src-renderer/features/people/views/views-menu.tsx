import { Button, Menu, Popover, TextInput } from '@mantine/core';
import IconBookmark from '@tabler/icons-react/dist/esm/icons/IconBookmark.mjs';
import IconBookmarkPlus from '@tabler/icons-react/dist/esm/icons/IconBookmarkPlus.mjs';
import IconDeviceFloppy from '@tabler/icons-react/dist/esm/icons/IconDeviceFloppy.mjs';
import IconSettings from '@tabler/icons-react/dist/esm/icons/IconSettings.mjs';
import IconUsers from '@tabler/icons-react/dist/esm/icons/IconUsers.mjs';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { read } from '../../../api.ts';
import { hasFilter, isSameQuestion, type PeopleSearch } from '../../../people-search.ts';
import { type SavedView, searchOfView, suggestedViews } from '../../../saved-views.ts';
import { text } from '../../../text/index.ts';
import { ManageViews } from './manage-views.tsx';
import { useViewActions, type ViewActions } from './use-view-actions.ts';

const words = text.savedViews;

interface ViewsMenuProps {
  search: PeopleSearch;
  onChange: (next: PeopleSearch) => void;
}

type Opened = 'menu' | 'save' | 'manage';

/** The saved views: choose one, save what is shown as one, bring one up to date. */
export function ViewsMenu({ search, onChange }: ViewsMenuProps) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const { data = [] } = useQuery(read('views', 'list', {}));
  const actions = useViewActions();
  const save = (name: string): void => {
    setOpened(null);
    actions.save.mutate(
      { name, search },
      { onSuccess: ({ id }) => onChange({ ...search, view: id }) },
    );
  };
  return (
    <>
      <Popover
        opened={opened === 'save'}
        onChange={(isOpen) => setOpened(isOpen ? 'save' : null)}
        position="bottom-start"
        width={300}
        trapFocus
        returnFocus
        // The target only gives the place: what opens the form is an item of the menu in it.
        withRoles={false}
      >
        <Popover.Target>
          <span>
            <ChooseMenu
              search={search}
              onChange={onChange}
              views={data}
              actions={actions}
              isOpen={opened === 'menu'}
              // A menu closes after its item has acted: what the item opened stays open.
              onMenu={(isOpen) => setOpened((now) => nextOpened(now, isOpen))}
              onOpen={setOpened}
            />
          </span>
        </Popover.Target>
        <Popover.Dropdown role="dialog" aria-label={words.saveAction}>
          <SaveForm onSave={save} />
        </Popover.Dropdown>
      </Popover>
      <ManageViews
        views={data}
        isOpen={opened === 'manage'}
        onClose={() => setOpened(null)}
        actions={actions}
      />
    </>
  );
}

function nextOpened(now: Opened | null, isMenuOpen: boolean): Opened | null {
  if (isMenuOpen) return 'menu';
  return now === 'menu' ? null : now;
}

interface ChooseMenuProps extends ViewsMenuProps {
  views: readonly SavedView[];
  actions: ViewActions;
  isOpen: boolean;
  onMenu: (isOpen: boolean) => void;
  onOpen: (what: Opened) => void;
}

function ChooseMenu(props: ChooseMenuProps) {
  const { search, onChange, views, actions, onOpen } = props;
  const active = views.find(({ id }) => id === search.view);
  const changed =
    active !== undefined && !isSameQuestion(search, searchOfView(active)) ? active : undefined;
  return (
    <Menu
      opened={props.isOpen}
      onChange={props.onMenu}
      position="bottom-start"
      width={260}
      returnFocus={false}
    >
      <Menu.Target>
        <Button variant="default" maw={220} leftSection={<IconBookmark size={16} aria-hidden />}>
          {changed === undefined ? (active?.name ?? words.menu) : words.changed(changed.name)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah="70vh" style={{ overflowY: 'auto' }}>
        <ViewItems views={views} onChange={onChange} />
        <Menu.Divider />
        {changed !== undefined && (
          <Menu.Item
            leftSection={<IconDeviceFloppy size={15} aria-hidden />}
            onClick={() => actions.update.mutate({ view: changed, search })}
          >
            {words.update(changed.name)}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconBookmarkPlus size={15} aria-hidden />}
          disabled={!hasFilter(search) && search.sort === undefined}
          onClick={() => onOpen('save')}
        >
          {words.save}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconSettings size={15} aria-hidden />}
          onClick={() => onOpen('manage')}
        >
          {words.manage}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function ViewItems({
  views,
  onChange,
}: { views: readonly SavedView[] } & Pick<ViewsMenuProps, 'onChange'>) {
  const taken = new Set(views.map(({ name }) => name.toLowerCase()));
  const suggested = suggestedViews.filter(({ name }) => !taken.has(name.toLowerCase()));
  return (
    <>
      <Menu.Item leftSection={<IconUsers size={15} aria-hidden />} onClick={() => onChange({})}>
        {words.everybody}
      </Menu.Item>
      {views.length > 0 && <Menu.Label>{words.saved}</Menu.Label>}
      {views.map((view) => (
        <Menu.Item key={view.id} onClick={() => onChange(searchOfView(view))}>
          {view.name}
        </Menu.Item>
      ))}
      {suggested.length > 0 && <Menu.Label>{words.suggested}</Menu.Label>}
      {suggested.map(({ name, search }) => (
        <Menu.Item key={name} onClick={() => onChange(search)}>
          {name}
        </Menu.Item>
      ))}
    </>
  );
}

function SaveForm({ onSave }: { onSave: (name: string) => void }) {
  const [name, setName] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() !== '') onSave(name.trim());
  };
  return (
    <form onSubmit={submit} noValidate>
      <TextInput
        data-autofocus
        label={words.name}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" mt="sm" fullWidth disabled={name.trim() === ''}>
        {words.saveAction}
      </Button>
    </form>
  );
}
