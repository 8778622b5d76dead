import css from '#ui/kit/bascule.module.css'

type Props = { texte: string; active: boolean; onActive: (active: boolean) => void }

/** Something that is on or off, and is so at once: a box of the browser, drawn as a switch. */
export const Bascule = ({ texte, active, onActive }: Props) => (
  <label className={css.bascule}>
    <input type="checkbox" role="switch" checked={active} onChange={({ target }) => onActive(target.checked)} />
    {texte}
  </label>
)
