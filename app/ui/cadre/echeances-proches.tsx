import { fromDate, type Jour } from '#domain/temps/jour'
import { rejetDit } from '#libelles/delais'
import { ListeCourte } from '#ui/cadre/liste-courte'

type Echeance = { numero: string; objet: string; rejetImpliciteLe: Date | null; structure: { nom: string } }

type Props = { echeances: Echeance[]; aujourdhui: Jour; vide: string }

/** Dossiers by their clock, the nearest to its implicit rejection first. */
export const EcheancesProches = ({ echeances, aujourdhui, vide }: Props) => (
  <ListeCourte
    vide={vide}
    lignes={echeances.map(({ numero, objet, rejetImpliciteLe, structure }) => ({
      cle: numero,
      vers: `/dossiers/${numero}`,
      texte: `${numero} · ${objet}`,
      precision: [structure.nom, ...(rejetImpliciteLe ? [rejetDit(fromDate(rejetImpliciteLe), aujourdhui)] : [])].join(
        ' · ',
      ),
    }))}
  />
)
