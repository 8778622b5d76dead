import { niveauDelai, type NiveauDelai } from '#domain/dossier/delais'
import { formatJour, type Jour } from '#domain/temps/jour'
import { rejetCourt } from '#libelles/delais'
import css from '#ui/temps/delai-rejet.module.css'
import { Etiquette } from '#ui/kit/icone/etiquette'
import type { Ton } from '#ui/kit/theme'

const TON: Record<Exclude<NiveauDelai, 'LOINTAIN'>, Ton> = { PROCHE: 'alerte', DEPASSE: 'depasse' }

/** « rejet dans 12 j », the date in the title; amber when near, red once passed, an icon with each. `aujourdhui` is the day in Paris. */
export function DelaiRejet({ rejetLe, aujourdhui }: { rejetLe: Jour | null; aujourdhui: Jour }) {
  if (!rejetLe) return <span aria-label="Aucun délai">–</span>
  const niveau = niveauDelai(rejetLe, aujourdhui)
  const texte = rejetCourt(rejetLe, aujourdhui)
  const title = `Rejet implicite le ${formatJour(rejetLe)}`
  if (niveau === 'LOINTAIN') {
    return (
      <span className={css.lointain} title={title}>
        {texte}
      </span>
    )
  }
  return (
    <Etiquette icone="schedule" ton={TON[niveau]} title={title}>
      {texte}
    </Etiquette>
  )
}
