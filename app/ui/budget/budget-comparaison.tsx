import { Bandeau } from '#ui/kit/bandeau'
import { Box, Typography } from '@mui/material'
import { compter } from '#domain/nombre'
import type { Comparaison, LigneComparee, TotalCompare } from '#domain/budget/comparaison'
import { formatNombre, type Montant } from '#domain/budget/montant'
import { LIBELLE_COTE } from '#libelles/budget/budget'
import type { ConstatDit } from '#libelles/budget/constats-dits'
import { formatInstant } from '#libelles/temps'
import { ListeConstats, type Retenir } from '#ui/budget/budget-constats'
import css from '#ui/budget/tableau.module.css'

const SENS: Record<LigneComparee['sens'], string> = { AJOUTEE: 'Ajoutée', RETIREE: 'Retirée', CHANGEE: 'Changée' }
const TOTAL: Record<TotalCompare['quoi'], string> = {
  charges: 'Total des charges',
  produits: 'Total des produits',
  departement: 'Subvention du Département',
  nature86: 'Contributions en nature, emplois (86)',
  nature87: 'Contributions en nature, ressources (87)',
}

const euros = (montant: Montant | null) => (montant === null ? '–' : formatNombre(montant).replace(',00', ''))

function ecart(avant: Montant | null, apres: Montant | null): string {
  const difference = (apres ?? 0n) - (avant ?? 0n)
  return difference === 0n ? '' : `${difference > 0n ? '+' : '−'}${euros(difference > 0n ? difference : -difference)}`
}

type Props = {
  comparaison: Comparaison<ConstatDit> & { depuis: Date }
  retenir: Retenir
  /** True when the findings that hold are shown below with all the rest. */
  tout: boolean
}

/** What a workbook sent again changed since the one before, and nothing else. */
export function BudgetComparaison({ comparaison, retenir, tout }: Props) {
  const { depuis, lignes, totaux, resolus, nouveaux, restants } = comparaison
  const memesMontants = lignes.length === 0 && totaux.length === 0
  return (
    <section aria-labelledby="comparaison">
      <Typography variant="h2" id="comparaison" sx={{ mb: 0.5 }}>
        Ce qui a changé depuis la version du {formatInstant(depuis)}
      </Typography>
      <Typography sx={{ mb: 1 }}>{bilan(comparaison)}</Typography>
      {memesMontants ? (
        <Bandeau severity="info">Aucun montant ni aucune ligne n’a changé.</Bandeau>
      ) : (
        <Changements lignes={lignes} totaux={totaux} />
      )}
      {!tout && <Groupe titre="Constats nouveaux" constats={nouveaux} retenir={retenir} />}
      {!tout && <Groupe titre="Constats qui restent" constats={restants} retenir={retenir} />}
      <Groupe titre="Constats résolus" constats={resolus} retenir={null} />
    </section>
  )
}

const bilan = ({ lignes, resolus, nouveaux, restants }: Comparaison<ConstatDit>) =>
  `${[
    compter(lignes.length, 'ligne différente', 'lignes différentes'),
    compter(resolus.length, 'constat résolu', 'constats résolus'),
    compter(nouveaux.length, 'constat nouveau', 'constats nouveaux'),
    compter(restants.length, 'constat qui reste', 'constats qui restent'),
  ].join(', ')}.`

function Groupe({ titre, constats, retenir }: { titre: string; constats: ConstatDit[]; retenir: Retenir }) {
  if (constats.length === 0) return null
  return (
    <Box sx={{ mt: 2 }}>
      <Typography variant="h3" sx={{ mb: 0.5 }}>
        {titre} ({constats.length})
      </Typography>
      <ListeConstats constats={constats} retenir={retenir} />
    </Box>
  )
}

function Changements({ lignes, totaux }: { lignes: LigneComparee[]; totaux: TotalCompare[] }) {
  return (
    <Box sx={{ overflowX: 'auto' }} role="group" aria-label="Lignes qui ont changé" tabIndex={0}>
      <table className={`${css.tableau} ${css.large}`}>
        <thead>
          <tr>
            <th scope="col">Ligne</th>
            <th scope="col">Changement</th>
            <th scope="col" className={css.chiffres}>
              Avant (€)
            </th>
            <th scope="col" className={css.chiffres}>
              Après (€)
            </th>
            <th scope="col" className={css.chiffres}>
              Écart
            </th>
            <th scope="col">Cellule</th>
          </tr>
        </thead>
        <tbody>
          {totaux.map(({ quoi, avant, apres }) => (
            <tr key={quoi} className={css.total}>
              <th scope="row">{TOTAL[quoi]}</th>
              <td />
              <Montants avant={avant} apres={apres} />
              <td />
            </tr>
          ))}
          {lignes.map((ligne, rang) => (
            <tr key={`${ligne.sens} ${ligne.cellule} ${rang}`}>
              <th scope="row" className={css.mots}>
                {LIBELLE_COTE[ligne.cote]}
                {'\u00a0'}: {[ligne.code, ligne.libelle].filter(Boolean).join(' ')}
                {ligne.libelleAvant && ` (avant\u00a0: ${ligne.libelleAvant})`}
              </th>
              <td>{SENS[ligne.sens]}</td>
              <Montants avant={ligne.avant} apres={ligne.apres} />
              <td className={css.discret}>{ligne.cellule}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Box>
  )
}

function Montants({ avant, apres }: { avant: Montant | null; apres: Montant | null }) {
  return (
    <>
      <td className={css.chiffres}>{euros(avant)}</td>
      <td className={css.chiffres}>{euros(apres)}</td>
      <td className={css.chiffres}>{ecart(avant, apres)}</td>
    </>
  )
}
