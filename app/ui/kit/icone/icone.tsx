import sprite from '#ui/kit/icone/icones.svg'
import css from '#ui/kit/icone/icone.module.css'

/** The drawings of icones.svg, by their name there. */
export const ICONES = [
  'account',
  'arrow-back',
  'arrow-downward',
  'arrow-drop-down',
  'arrow-upward',
  'assessment',
  'autorenew',
  'block',
  'cancel',
  'cancel-schedule-send',
  'check',
  'check-circle',
  'close',
  'dark-mode',
  'delete',
  'download',
  'edit',
  'error',
  'event',
  'expand-more',
  'fiber-new',
  'folder',
  'help',
  'home',
  'hourglass-top',
  'inbox',
  'info',
  'keyboard',
  'light-mode',
  'link',
  'link-off',
  'lock-open',
  'logout',
  'mail',
  'mailbox',
  'navigate-before',
  'navigate-next',
  'notifications',
  'playlist-add',
  'playlist-add-check',
  'rate-review',
  'remove',
  'remove-circle',
  'schedule',
  'schedule-send',
  'search',
  'task-alt',
  'tonality',
  'tune',
  'undo',
  'upload-file',
  'warning',
] as const
export type NomIcone = (typeof ICONES)[number]

/** A drawing the size and colour of the words it stands by, never alone to say something; drawn once, in one file the browser keeps. */
export const Icone = ({ nom, className }: { nom: NomIcone; className?: string | undefined }) => (
  <svg className={className ? `${css.icone} ${className}` : css.icone} aria-hidden="true">
    <use href={`${sprite}#${nom}`} />
  </svg>
)
