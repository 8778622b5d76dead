import DownloadOutlined from '@mui/icons-material/DownloadOutlined'
import { Alert, Box, Button, Typography } from '@mui/material'
import type { BudgetLu } from '#domain/budget/budget'
import { partPubliqueDe } from '#domain/budget/financement'
import { formatPourcent, type Montant, ratio } from '#domain/budget/montant'
import type { Totaux } from '#domain/budget/totaux'
import { montantCourt } from '#libelles/montant'
import { formatInstant } from '#libelles/temps'
import { BudgetCofinancements } from '#ui/budget-cofinancements'
import { BudgetConstats } from '#ui/budget-constats'
import type { ConstatDit } from '#libelles/constats-dits'
import { BudgetCote } from '#ui/budget-cote'

type Props = {
  budget: BudgetLu
  totaux: Totaux
  constats: ConstatDit[]
  montantDemandeCents: Montant
  nom: string
  recueLe: Date
  /** Where the workbook is downloaded from. */
  vers: string
}

/** The workbook as it was read: its key figures, what was found in it, and its two sides with the address of each cell. */
export function BudgetDossier({ budget, totaux, constats, montantDemandeCents, nom, recueLe, vers }: Props) {
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Chiffres budget={budget} totaux={totaux} montantDemandeCents={montantDemandeCents} />
      <BudgetConstats constats={constats} />
      <Box sx={{ fontSize: '0.875rem', display: 'flex', flexWrap: 'wrap', columnGap: 2, alignItems: 'center' }}>
        <Box component="span" sx={{ overflowWrap: 'anywhere' }}>
          {nom}, feuille «{'\u00a0'}
          {budget.feuille}
          {'\u00a0'}», reçu le {formatInstant(recueLe)}
        </Box>
        <Button href={vers} download size="small" startIcon={<DownloadOutlined />}>
          Télécharger le classeur
        </Button>
      </Box>
      <Masque budget={budget} />
      <Box
        sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' } }}
      >
        <BudgetCote cote="CHARGES" lignes={budget.lignes} constats={constats} />
        <BudgetCote cote="PRODUITS" lignes={budget.lignes} constats={constats} />
      </Box>
      <BudgetCofinancements cofinancements={budget.cofinancements} constats={constats} />
    </Box>
  )
}

/** Hidden sheets and rows may hold what a demandeur did not mean to send, or to show. */
function Masque({ budget: { feuillesMasquees, lignesMasquees } }: { budget: BudgetLu }) {
  if (feuillesMasquees.length === 0 && lignesMasquees === 0) return null
  return (
    <Alert severity="info">
      {feuillesMasquees.length > 0 && `Ce classeur a des feuilles masquées\u00a0: ${feuillesMasquees.join(', ')}. `}
      {lignesMasquees > 0 &&
        `${lignesMasquees} ligne${lignesMasquees > 1 ? 's sont masquées' : ' est masquée'} dans la feuille lue.`}
    </Alert>
  )
}

function Chiffres({ budget, totaux, montantDemandeCents }: Pick<Props, 'budget' | 'totaux' | 'montantDemandeCents'>) {
  const taux = ratio(montantDemandeCents, totaux.charges)
  const publique = partPubliqueDe(budget)
  const chiffres: [string, string][] = [
    ['Total des charges', montantCourt(totaux.charges)],
    ['Total des produits', montantCourt(totaux.produits)],
    ['Demandé au Département', montantCourt(montantDemandeCents)],
    ['Inscrit au budget', totaux.departement === null ? 'Absent' : montantCourt(totaux.departement)],
    ['Taux demandé', taux === null ? '–' : formatPourcent(taux)],
    ['Part publique', publique === null ? '–' : formatPourcent(publique)],
  ]
  return (
    <Box
      component="dl"
      sx={{ m: 0, display: 'grid', gap: 1.5, gridTemplateColumns: 'repeat(auto-fit, minmax(140px, 1fr))' }}
    >
      {chiffres.map(([nom, valeur]) => (
        <div key={nom}>
          <Box component="dt" sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>
            {nom}
          </Box>
          <Box component="dd" sx={{ m: 0, fontSize: '1.125rem', fontWeight: 650, whiteSpace: 'nowrap' }}>
            {valeur}
          </Box>
        </div>
      ))}
    </Box>
  )
}

/** A workbook nobody can read: why, what to ask the demandeur, and the file itself. */
export function BudgetIllisible({ motif, nom, vers }: { motif: string; nom: string; vers: string }) {
  return (
    <Box sx={{ maxWidth: 720, display: 'grid', gap: 2, justifyItems: 'start' }}>
      <Alert severity="error">{motif}</Alert>
      <Typography>Marquez la pièce non conforme dans l’onglet Pièces pour la redemander.</Typography>
      <Button href={vers} download variant="outlined" startIcon={<DownloadOutlined />}>
        Télécharger {nom}
      </Button>
    </Box>
  )
}
