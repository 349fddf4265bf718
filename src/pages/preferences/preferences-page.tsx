export default function PreferencesPage() {
  return null;
}
