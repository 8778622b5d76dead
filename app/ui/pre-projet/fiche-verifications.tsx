import { Box, Link as MuiLink, Typography } from '@mui/material'
import { Link } from '@remix-run/react'
import type { EtatPreProjet } from '#domain/pre-projet/etat'
import type { Verification } from '#domain/pre-projet/verifications'
import { compter } from '#domain/nombre'
import { jourDeParis, formatJour } from '#domain/temps/jour'
import { phraseVerification } from '#libelles/pre-projet/fiche'
import { LIBELLE_ETAT_PRE_PROJET } from '#libelles/pre-projet/pre-projet'
import { Dit } from '#ui/kit/dit'
import { Icone } from '#ui/kit/icone/icone'

type Campagne = { code: string } | null
type Fiche = { id: string; titre: string; recuLe: Date; etat: EtatPreProjet; campagne: Campagne; memeProjet: boolean }

/** What was received before of the same structure. */
export type DejaRecu = { dossiers: { numero: string | null; objet: string; campagne: Campagne }[]; fiches: Fiche[] }

type Props = { verifications: Verification[]; dejaRecu: DejaRecu }

/** What the values of the fiche say together, with what was received before; what is as it should be is folded. */
export function FicheVerifications({ verifications, dejaRecu }: Props) {
  const aVoir = verifications.filter((v) => !v.juste || v.sujet === 'STRUCTURE')
  const justes = verifications.filter((v) => !aVoir.includes(v))
  return (
    <Box component="section" aria-labelledby="titre-verifications" sx={{ mb: 2, fontSize: '0.875rem' }}>
      <Typography variant="h2" id="titre-verifications">
        Vérifications
      </Typography>
      <Liste verifications={aVoir} dejaRecu={dejaRecu} />
      {justes.length > 0 && (
        <details>
          <summary>{compter(justes.length, 'vérification juste', 'vérifications justes')}</summary>
          <Liste verifications={justes} dejaRecu={dejaRecu} />
        </details>
      )}
    </Box>
  )
}

const Liste = ({ verifications, dejaRecu }: Props) => (
  <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, mt: 0.5 }}>
    {[...verifications]
      .sort((a, b) => Number(a.juste) - Number(b.juste))
      .map((v) => {
        const [nom, ton] = v.juste ? (['check', 'accorde'] as const) : (['warning', 'alerte'] as const)
        return (
          <Box component="li" key={v.sujet} sx={{ display: 'flex', gap: 1, alignItems: 'flex-start', py: 0.25 }}>
            <span style={{ color: `var(--mui-palette-ton-${ton})`, flex: 'none' }}>
              <Icone nom={nom} />
            </span>
            <div>
              {!v.juste && <Dit>À voir{'\u00a0'}: </Dit>}
              {phraseVerification(v)}
              {v.sujet === 'PROJET' && <Fiches fiches={dejaRecu.fiches.filter(({ memeProjet }) => memeProjet)} />}
              {v.sujet === 'STRUCTURE' && <Avant dejaRecu={dejaRecu} />}
            </div>
          </Box>
        )
      })}
  </Box>
)

const LISTE = { m: 0, pl: 2.5, fontSize: '0.875rem', overflowWrap: 'anywhere' } as const

function Avant({ dejaRecu: { dossiers, fiches } }: { dejaRecu: DejaRecu }) {
  return (
    <>
      {dossiers.length > 0 && (
        <Box component="ul" sx={LISTE}>
          {dossiers.map(({ numero, objet, campagne }) => (
            <li key={numero}>
              <MuiLink component={Link} to={`/dossiers/${numero}`} underline="always">
                {numero}
              </MuiLink>{' '}
              {objet}
              {campagne && ` (${campagne.code})`}
            </li>
          ))}
        </Box>
      )}
      <Fiches fiches={fiches.filter(({ memeProjet }) => !memeProjet)} />
    </>
  )
}

function Fiches({ fiches }: { fiches: Fiche[] }) {
  if (fiches.length === 0) return null
  return (
    <Box component="ul" sx={LISTE}>
      {fiches.map(({ id, titre, recuLe, etat, campagne }) => (
        <li key={id}>
          <MuiLink component={Link} to={`/pre-projets/${id}`} underline="always">
            {titre || 'Fiche sans titre'}
          </MuiLink>
          , reçue le {formatJour(jourDeParis(recuLe))}
          {campagne && ` (${campagne.code})`}, {LIBELLE_ETAT_PRE_PROJET[etat].toLowerCase()}
        </li>
      ))}
    </Box>
  )
}
