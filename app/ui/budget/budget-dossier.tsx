import { Bandeau } from '#ui/kit/bandeau'
import { Box, Button, Typography } from '@mui/material'
import { Link, useSearchParams } from '@remix-run/react'
import { compter } from '#domain/nombre'
import type { BudgetLu, Remarque } from '#domain/budget/budget'
import type { Chiffres } from '#domain/budget/chiffres'
import type { Comparaison } from '#domain/budget/comparaison'
import { phraseRemarque } from '#libelles/budget/budget'
import type { ConstatDit } from '#libelles/budget/constats-dits'
import { formatInstant } from '#libelles/temps'
import { BudgetChiffres } from '#ui/budget/budget-chiffres'
import { BudgetChoix, type ChoixDeBudget } from '#ui/budget/budget-choix'
import { BudgetCofinancements } from '#ui/budget/budget-cofinancements'
import { BudgetComparaison } from '#ui/budget/budget-comparaison'
import { BudgetConstats, type Retenir } from '#ui/budget/budget-constats'
import { BudgetCote } from '#ui/budget/budget-cote'
import { BudgetGraphiques } from '#ui/budget/budget-graphiques'
import { Icone } from '#ui/kit/icone/icone'

type Props = {
  budget: BudgetLu
  constats: ConstatDit[]
  chiffres: Chiffres
  comparaison: (Comparaison<ConstatDit> & { depuis: Date }) | null
  nom: string
  recueLe: Date
  /** Where the workbook is downloaded from. */
  vers: string
  retenir: Retenir
  /** Asks which budget to read; null where nothing is to choose, or not by this agent. */
  choix: ChoixDeBudget | null
}

/**
 * The workbook as it was read: its key figures, what was found in it, and its two sides with the address of each cell. One that replaces
 * another shows what changed, and the rest when asked.
 */
export function BudgetDossier({ budget, constats, chiffres, comparaison, nom, recueLe, vers, retenir, choix }: Props) {
  const [params] = useSearchParams()
  const tout = !comparaison || params.get('vue') === 'tout'
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <BudgetChiffres chiffres={chiffres} />
      <Fichier nom={nom} budget={budget} recueLe={recueLe} vers={vers} />
      {choix && <AutresBudgets budget={budget} choix={choix} />}
      {comparaison && <BudgetComparaison comparaison={comparaison} retenir={retenir} tout={tout} />}
      {comparaison && (
        <Button
          component={Link}
          to={{ search: tout ? '' : 'vue=tout' }}
          preventScrollReset
          variant="outlined"
          sx={{ justifySelf: 'start' }}
        >
          {tout ? 'Ne voir que ce qui a changé' : 'Tout voir'}
        </Button>
      )}
      {tout && <Entier budget={budget} constats={constats} retenir={retenir} choix={choix} />}
    </Box>
  )
}

function Entier({ budget, constats, retenir, choix }: Pick<Props, 'budget' | 'constats' | 'retenir' | 'choix'>) {
  return (
    <>
      <BudgetConstats constats={constats} retenir={retenir} />
      <Lecture budget={budget} autresDits={choix !== null} />
      <BudgetGraphiques budget={budget} />
      <Box
        sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' } }}
      >
        <BudgetCote cote="CHARGES" lignes={budget.lignes} constats={constats} />
        <BudgetCote cote="PRODUITS" lignes={budget.lignes} constats={constats} />
      </Box>
      <BudgetCofinancements cofinancements={budget.cofinancements} constats={constats} />
    </>
  )
}

function Fichier({ nom, budget, recueLe, vers }: Pick<Props, 'nom' | 'budget' | 'recueLe' | 'vers'>) {
  return (
    <Box sx={{ fontSize: '0.875rem', display: 'flex', flexWrap: 'wrap', columnGap: 2, alignItems: 'center' }}>
      <Box component="span" sx={{ overflowWrap: 'anywhere' }}>
        {nom}, feuille «{'\u00a0'}
        {budget.feuille}
        {'\u00a0'}», reçu le {formatInstant(recueLe)}
      </Box>
      <Button href={vers} download size="small" startIcon={<Icone nom="download" />}>
        Télécharger le classeur
      </Button>
    </Box>
  )
}

/** Says that the workbook holds other budgets, and asks whether this is the one. */
function AutresBudgets({ budget: { feuille, remarques }, choix }: { budget: BudgetLu; choix: ChoixDeBudget }) {
  return (
    <Bandeau severity={choix.choisie === null ? 'warning' : 'info'} role="status">
      {remarques.filter(ditAutres).map((remarque) => phraseRemarque(remarque, feuille))}
      <BudgetChoix key={choix.lue} {...choix} />
    </Bandeau>
  )
}

const ditAutres = ({ cas }: Remarque) => cas === 'AUTRES_BUDGETS'

/**
 * How it was read where it could be read otherwise; hidden sheets and rows may hold what a demandeur did not mean to send, or to show. `autresDits`: the
 * other budgets are spoken of above.
 */
function Lecture({ budget, autresDits }: { budget: BudgetLu; autresDits: boolean }) {
  const { feuille, feuillesMasquees, lignesMasquees, remarques } = budget
  const phrases = [
    ...remarques
      .filter((remarque) => !(autresDits && ditAutres(remarque)))
      .map((remarque) => phraseRemarque(remarque, feuille)),
    ...(feuillesMasquees.length > 0
      ? [`Ce classeur a des feuilles masquées\u00a0: ${feuillesMasquees.join(', ')}.`]
      : []),
    ...(lignesMasquees > 0
      ? [`${compter(lignesMasquees, 'ligne est masquée', 'lignes sont masquées')} dans la feuille lue.`]
      : []),
  ]
  return phrases.length === 0 ? null : (
    <Bandeau severity="info">
      {phrases.map((phrase) => (
        <div key={phrase}>{phrase}</div>
      ))}
    </Bandeau>
  )
}

/** A workbook that no worker has read yet. */
export function BudgetEnAttente({ nom, vers }: { nom: string; vers: string }) {
  return (
    <Box sx={{ maxWidth: 720, display: 'grid', gap: 2, justifyItems: 'start' }}>
      <Bandeau severity="info">
        «{'\u00a0'}
        {nom}
        {'\u00a0'}» est en cours de lecture. Rechargez la page dans une minute.
      </Bandeau>
      <Button href={vers} download variant="outlined" startIcon={<Icone nom="download" />}>
        Télécharger {nom}
      </Button>
    </Box>
  )
}

type Illisible = Pick<Props, 'nom' | 'vers' | 'choix'> & { motif: string }

/** A workbook nobody can read: why, what to ask the demandeur or to choose, and the file itself. */
export function BudgetIllisible({ motif, nom, vers, choix }: Illisible) {
  return (
    <Box sx={{ maxWidth: 720, display: 'grid', gap: 2, justifyItems: 'start' }}>
      <Bandeau severity={choix ? 'warning' : 'error'}>
        {motif}
        {choix && <BudgetChoix {...choix} />}
      </Bandeau>
      {!choix && <Typography>Marquez la pièce non conforme dans l’onglet Pièces pour la redemander.</Typography>}
      <Button href={vers} download variant="outlined" startIcon={<Icone nom="download" />}>
        Télécharger {nom}
      </Button>
    </Box>
  )
}
