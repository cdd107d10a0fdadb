import type { Editor } from "@tiptap/core";
import { NodeSelection } from "@tiptap/pm/state";
import { useId } from "react";
import { inText } from "./rich-text/in-text.ts";
import { bytesOf } from "./rich-text/paste/pictures.ts";
import { useEditor } from "./use-editor.ts";

/** The caption of the picture that is chosen, and what it shows. They stand outside the text: input methods break in it. */
export function PictureForm({ editor }: { editor: Editor }) {
  const [captionId, altId] = [useId(), useId()];
  const chosen = useEditor(editor, () => {
    const { selection } = editor.state;
    return selection instanceof NodeSelection && selection.node.type.name === "image"
      ? selection.node
      : undefined;
  });
  if (!chosen) return null;
  const { alt, caption, src } = chosen.attrs as { alt: string; caption: string | null; src: string };
  const change = (attrs: Readonly<Record<string, string>>): void => {
    editor.commands.updateAttributes("image", attrs);
  };
  return (
    <div className="picture-form">
      <label htmlFor={captionId}>图题（印在图片下面）</label>
      <input
        id={captionId}
        value={caption ?? ""}
        onChange={(event) => change({ caption: event.target.value })}
      />
      <label htmlFor={altId}>图片说明（读给看不见图的人）</label>
      <input id={altId} value={alt} onChange={(event) => change({ alt: event.target.value })} />
      <span className="narrative-help">图片 {Math.max(1, Math.round(bytesOf(src) / 1024))} KB</span>
      <button type="button" className="button" onClick={() => inText(editor).deleteSelection().run()}>
        删除图片
      </button>
    </div>
  );
}
