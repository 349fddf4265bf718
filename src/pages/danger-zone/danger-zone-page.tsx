export default function DangerPage() {
  return null;
}
