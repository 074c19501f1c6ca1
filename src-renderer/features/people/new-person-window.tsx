export function NewPersonWindow() {
  return null;
}
