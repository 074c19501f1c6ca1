import { useLocalStorage } from '@mantine/hooks';

/** Whether the quick look stands beside the list; remembered in this window's profile. */
export function useQuickLookShown(): [isShown: boolean, setShown: (isShown: boolean) => void] {
  const [isShown, setShown] = useLocalStorage({
    key: 'acquaint-quick-look',
    defaultValue: true,
    getInitialValueInEffect: false,
  });
  return [isShown, setShown];
}
