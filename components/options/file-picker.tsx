import { useRef } from 'preact/hooks';
import { Button } from '../parts/buttons.tsx';

interface FilePickerProps {
  /** The words on the button. */
  readonly words: string;
  /** What the field takes, for who hears it. */
  readonly label: string;
  /** Endings and media types that the browser offers. */
  readonly accept: string;
  readonly onFile: (file: File) => void;
}

/** A button that opens the browser's file picker. */
export function FilePicker({ words, label, accept, onFile }: FilePickerProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button look="small" onPress={() => input.current?.click()}>
        {words}
      </Button>
      <input
        ref={input}
        type="file"
        class="file-input"
        accept={accept}
        aria-label={label}
        tabIndex={-1}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          // The same file may be chosen again after it was mended.
          if (file) onFile(file);
          currentTarget.value = '';
        }}
      />
    </>
  );
}
