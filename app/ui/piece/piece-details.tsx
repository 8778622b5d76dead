import { Box, Button, Link as MuiLink } from '@mui/material'
import { Link } from '@remix-run/react'
import { lazy, Suspense } from 'react'
import { isCodePiece } from '#domain/piece/piece'
import { phraseAVerifier } from '#libelles/campagne/exigence'
import { LIBELLE_CONTROLE, LIBELLE_EXIGENCE, nomDeMotif, REGLE_PIECE } from '#libelles/piece/piece'
import { tailleLisible } from '#libelles/taille'
import { formatInstant } from '#libelles/temps'
import { Bandeau } from '#ui/kit/bandeau'
import { Icone } from '#ui/kit/icone/icone'
import { MarqueAntivirus } from '#ui/kit/marque-antivirus'
import { useMontee } from '#ui/kit/pliage/montee'
import { venir } from '#ui/kit/reprise/code'
import css from '#ui/piece/piece.module.css'
import { type Ligne, aUnFichier, type Version } from '#ui/piece/piece-ligne'
import { PieceReconnaitre } from '#ui/piece/piece-reconnaitre'

/** What an earlier dossier holds comes with the first pièce that one does. */
const PieceDetenue = lazy(() =>
  venir(() => import('#ui/piece/piece-detenue').then(({ PieceDetenue }) => ({ default: PieceDetenue }))),
)

/** What was noticed comes with the first file of which something was. */
const PieceSignalements = lazy(() =>
  venir(() => import('#ui/piece/piece-signalements').then(({ PieceSignalements }) => ({ default: PieceSignalements }))),
)

type Props = {
  adresse: string
  ligne: Ligne
  montree: Version | undefined
  /** Keys of what is kept for the next request for compléments. */
  retenus: readonly string[]
  peut: boolean
}

/** What is known of a pièce beside the document: what to check, what was said of it, what was noticed, its files. */
export function PieceDetails({ adresse, ligne, montree, retenus, peut }: Props) {
  const { piece, code } = ligne
  const detenue = piece?.dispense ?? ligne.offerte
  const montee = useMontee()
  return (
    <div className={css.details}>
      {isCodePiece(code) && (
        <p className={css.regle}>
          {ligne.exigence ? LIBELLE_EXIGENCE[ligne.exigence] : 'Non demandée'}. {REGLE_PIECE[code]}{' '}
          {ligne.aVerifier.length > 0 && phraseAVerifier(ligne.aVerifier)}
        </p>
      )}
      <Verdict ligne={ligne} />
      {montee && detenue && (
        <Suspense>
          <PieceDetenue {...{ adresse, ligne, peut }} />
        </Suspense>
      )}
      {montee && montree && (montree.signalements.length > 0 || !montree.estLue) && (
        <Suspense>
          <PieceSignalements key={montree.id} version={montree} {...{ adresse, ligne, retenus, peut }} />
        </Suspense>
      )}
      {piece && montree && <Versions cle={ligne.cle} versions={piece.versions} montree={montree} adresse={adresse} />}
      {peut && aUnFichier(ligne) && (
        <div>
          <PieceReconnaitre adresse={adresse} ligne={ligne} />
        </div>
      )}
    </div>
  )
}

/** What was said of it, by whom and why. */
function Verdict({ ligne: { piece } }: { ligne: Ligne }) {
  if (!piece || piece.controle === 'A_CONTROLER') return null
  const motif = piece.motif && nomDeMotif(piece.motif)
  const raison = [motif, piece.precision].filter(Boolean).join(' – ')
  return (
    <div role="status">
      <strong>{LIBELLE_CONTROLE[piece.controle]}</strong>
      {raison && `\u00a0: ${raison}`}
      {piece.controlePar &&
        piece.controleLe &&
        ` · ${piece.controlePar.prenom} ${piece.controlePar.nom}, le ${formatInstant(piece.controleLe)}`}
    </div>
  )
}

type VersionsProps = { cle: string; versions: Version[]; montree: Version; adresse: string }

function Versions({ cle, versions, montree, adresse }: VersionsProps) {
  return (
    <div>
      <Box component="span" sx={{ overflowWrap: 'anywhere' }}>
        {montree.nomFichier} · {tailleLisible(montree.taille)} · reçu le {formatInstant(montree.recueLe)}
      </Box>{' '}
      <MarqueAntivirus ouverture={montree.ouverture} />
      <div>
        <Button
          href={`${adresse}/pieces/${montree.id}/fichier?telecharger`}
          download
          size="small"
          startIcon={<Icone nom="download" />}
        >
          Télécharger
        </Button>
      </div>
      {versions.length > 1 && (
        <Box
          component="ul"
          sx={{ m: 0, p: 0, listStyle: 'none', display: 'flex', flexWrap: 'wrap', columnGap: 2 }}
          aria-label="Versions"
        >
          {versions.map((v, rang) => (
            <li key={v.id}>
              <MuiLink
                component={Link}
                to={`?piece=${cle}&version=${v.id}`}
                preventScrollReset
                aria-current={v.id === montree.id ? 'true' : undefined}
                sx={{ '&[aria-current]': { fontWeight: 650, color: 'text.primary' } }}
              >
                Version {v.numero}
                {rang === 0 && ' (dernière)'}
              </MuiLink>
            </li>
          ))}
        </Box>
      )}
      {montree.id !== versions[0]?.id && (
        <Bandeau severity="info" sx={{ py: 0, mt: 0.5 }}>
          Vous regardez une version ancienne. Le contrôle porte sur la dernière.
        </Bandeau>
      )}
    </div>
  )
}
