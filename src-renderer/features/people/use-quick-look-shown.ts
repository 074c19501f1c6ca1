import { useLocalStorage } from '@mantine/hooks';

/** In a window narrower than this, in pixels, it would leave the table two columns: there it waits to be asked for. */
const roomFor = 1200;

/** Whether the quick look stands beside the list; remembered in this window's profile. */
export function useQuickLookShown(): [isShown: boolean, setShown: (isShown: boolean) => void] {
  const [isShown, setShown] = useLocalStorage({
    key: 'acquaint-quick-look',
    defaultValue: window.innerWidth >= roomFor,
    getInitialValueInEffect: false,
  });
  return [isShown, setShown];
}
