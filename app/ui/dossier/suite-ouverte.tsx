import type { Etiquette } from '#domain/etiquette/etiquette'
import { ConfierOuvert, type PropsConfier } from '#ui/dossier/confier-ouvert'
import { EtiquettesChoisies } from '#ui/etiquette/etiquettes-choisies'

/** What is opened, by the words of its button. */
export type Suite = 'Confier…' | 'Étiquettes'

export type PropsSuite = PropsConfier & { suite: Suite; etiquettes: readonly Etiquette[] }

/** Who follows the dossier from now on, or which étiquettes it has. */
export const SuiteOuverte = ({ suite, etiquettes, ...props }: PropsSuite) =>
  suite === 'Confier…' ? <ConfierOuvert {...props} /> : <EtiquettesChoisies {...props} posees={etiquettes} />
