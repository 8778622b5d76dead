import { compter } from '#domain/nombre'
import { daysBetween, fromDate, type Jour } from '#domain/temps/jour'
import { ListeCourte } from '#ui/cadre/liste-courte'

type Echeance = { numero: string; objet: string; rejetImpliciteLe: Date | null; structure: { nom: string } }

function delai(jours: number): string {
  if (jours < 0) return `rejet implicite depuis ${compter(-jours, 'jour')}`
  return jours === 0 ? 'rejet implicite aujourd’hui' : `rejet implicite dans ${compter(jours, 'jour')}`
}

type Props = { echeances: Echeance[]; aujourdhui: Jour; vide: string }

/** Dossiers by their clock, the nearest to its implicit rejection first. */
export const EcheancesProches = ({ echeances, aujourdhui, vide }: Props) => (
  <ListeCourte
    vide={vide}
    lignes={echeances.map(({ numero, objet, rejetImpliciteLe, structure }) => ({
      cle: numero,
      vers: `/dossiers/${numero}`,
      texte: `${numero} · ${objet}`,
      precision: [
        structure.nom,
        ...(rejetImpliciteLe ? [delai(daysBetween(aujourdhui, fromDate(rejetImpliciteLe)))] : []),
      ].join(' · '),
    }))}
  />
)
