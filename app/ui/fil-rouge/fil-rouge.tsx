import { Box, Link as MuiLink, Typography } from '@mui/material'
import { Link } from '@remix-run/react'
import type { Avis } from '#domain/pre-projet/avis'
import type { Conseil, Suivi } from '#domain/pre-projet/conseils'
import { type Ecart, ecartsForts, type Etape } from '#domain/pre-projet/ecarts'
import { formatJour, jourDeParis, type Jour } from '#domain/temps/jour'
import { LIBELLE_SUIVI, LIBELLE_SUJET_ECART } from '#libelles/fil-rouge'
import { LIBELLE_AVIS } from '#libelles/pre-projet/pre-projet'
import { Etiquette } from '#ui/kit/icone/etiquette'
import { FilRougeEcarts } from '#ui/fil-rouge/fil-rouge-ecarts'
import { FilRougeLien, type Lien } from '#ui/fil-rouge/fil-rouge-lien'

type Fiche = {
  id: string
  recuLe: Date
  inviteLe: Date | null
  avis: Avis | null
  avisTexte: string
  avisLe: Date | null
}

type Props = {
  depose: Etape
  deposeLe: Jour | null
  liens: (Lien & { fiche: Fiche; annonce: Etape; ecarts: Ecart[]; conseils: ConseilSuivi[] })[]
  peut: boolean
}

/** The project of a dossier through time: what its fiche announced, what was advised, what was deposited, and what moved between. */
export function FilRouge({ depose, deposeLe, liens, peut }: Props) {
  if (liens.length === 0) {
    return (
      <Typography>
        Aucune fiche pré-projet ne ressemble à ce dossier. Si vous en connaissez une, rattachez-la depuis sa page.
      </Typography>
    )
  }
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 4 }}>
      {liens.map((lien) => (
        <Box component="section" key={lien.id} aria-labelledby={`fil-${lien.id}`}>
          <Typography variant="h2" id={`fil-${lien.id}`} sx={{ overflowWrap: 'anywhere' }}>
            <MuiLink component={Link} to={`/pre-projets/${lien.fiche.id}`} underline="always">
              {lien.annonce.titre || 'Fiche sans titre'}
            </MuiLink>
          </Typography>
          <FilRougeLien
            preProjetId={lien.fiche.id}
            lien={lien}
            peut={peut}
            de={lien.annonce.titre || 'fiche sans titre'}
          />
          {lien.etat !== 'ECARTE' && (
            <>
              <Etapes fiche={lien.fiche} deposeLe={deposeLe} ecarts={lien.ecarts} />
              <Conseils conseils={lien.conseils} />
              <FilRougeEcarts annonce={lien.annonce} depose={depose} ecarts={lien.ecarts} />
            </>
          )}
        </Box>
      ))}
    </Box>
  )
}

type ConseilSuivi = Conseil & { suivi: Suivi }

/** What the structure was asked to work on, what was not followed first. */
function Conseils({ conseils }: { conseils: ConseilSuivi[] }) {
  if (conseils.length === 0) return null
  const tries = conseils.toSorted((a, b) => Number(b.suivi === 'NON_SUIVI') - Number(a.suivi === 'NON_SUIVI'))
  return (
    <Box sx={{ mb: 2 }}>
      <Typography variant="h3">Ce qui était demandé</Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.5, fontSize: '0.875rem', overflowWrap: 'anywhere' }}>
        {tries.map(({ code, question, reponse, precision, suivi }) => (
          <li key={code}>
            {question} {reponse === 'NON' ? 'Non.' : 'À préciser.'} {precision}{' '}
            {suivi === 'NON_SUIVI' ? (
              <Etiquette icone="warning" ton="alerte">
                {LIBELLE_SUIVI[suivi]}
              </Etiquette>
            ) : (
              <Box component="span" sx={{ color: 'text.secondary' }}>
                {LIBELLE_SUIVI[suivi]}
              </Box>
            )}
          </li>
        ))}
      </Box>
    </Box>
  )
}

const jour = (instant: Date) => formatJour(jourDeParis(instant))

function Etapes({ fiche, deposeLe, ecarts }: { fiche: Fiche; deposeLe: Jour | null; ecarts: Ecart[] }) {
  const forts = ecartsForts(ecarts)
  const { recuLe, avis, avisTexte, avisLe, inviteLe } = fiche
  return (
    <Box
      component="ol"
      sx={{
        listStyle: 'none',
        p: 0,
        my: 2,
        display: 'grid',
        gap: 2,
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(3, minmax(0, 1fr))' },
      }}
    >
      <Etape titre="Annoncé" quand={jour(recuLe)}>
        Par la fiche pré-projet.
      </Etape>
      <Etape titre="Conseillé" quand={avisLe && jour(avisLe)}>
        {avis ? `Avis ${LIBELLE_AVIS[avis].toLowerCase()}.` : 'Aucun avis n’a été rendu.'}
        {inviteLe && ` Invitée à déposer le ${jour(inviteLe)}.`}
        {avisTexte && (
          <Box component="blockquote" sx={CITATION}>
            {avisTexte}
          </Box>
        )}
      </Etape>
      <Etape titre="Déposé" quand={deposeLe && formatJour(deposeLe)}>
        {forts.length === 0
          ? 'Rien d’important n’a changé depuis la fiche.'
          : `A beaucoup changé\u00a0: ${forts.map(({ sujet }) => LIBELLE_SUJET_ECART[sujet].toLowerCase()).join(', ')}.`}
      </Etape>
    </Box>
  )
}

const CITATION = {
  m: 0,
  mt: 0.5,
  pl: 1.5,
  borderLeft: 3,
  borderColor: 'divider',
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
  maxHeight: 240,
  overflow: 'auto',
} as const

function Etape({ titre, quand, children }: { titre: string; quand: string | null; children: React.ReactNode }) {
  return (
    <Box component="li" sx={{ borderTop: 3, borderColor: 'primary.main', pt: 1, fontSize: '0.875rem' }}>
      <Typography variant="h3">
        {titre}
        {quand && ` le ${quand}`}
      </Typography>
      <div>{children}</div>
    </Box>
  )
}
