import { lazy, type ReactNode, Suspense } from 'react'
import { isCodePiece } from '#domain/piece/piece'
import { phraseAVerifier } from '#libelles/campagne/exigence'
import { LIBELLE_CONTROLE, LIBELLE_EXIGENCE, nomDeMotif, REGLE_PIECE } from '#libelles/piece/piece'
import { LIBELLE_PROBLEME } from '#libelles/piece/signalement'
import { formatInstant } from '#libelles/temps'
import { useMontee } from '#ui/kit/pliage/montee'
import { venir } from '#ui/kit/reprise/code'
import css from '#ui/piece/piece.module.css'
import { type Ligne, aUnFichier, type Version } from '#ui/piece/piece-ligne'

/** What an earlier dossier holds comes with the first pièce that one does. */
const PieceDetenue = lazy(() =>
  venir(() => import('#ui/piece/piece-detenue').then(({ PieceDetenue }) => ({ default: PieceDetenue }))),
)

/** What was noticed comes with the first file of which something was. */
const PieceSignalements = lazy(() =>
  venir(() => import('#ui/piece/piece-signalements').then(({ PieceSignalements }) => ({ default: PieceSignalements }))),
)

/** So does what says that a file is another pièce, and the files there were. */
const PieceReconnaitre = lazy(() =>
  venir(() => import('#ui/piece/piece-reconnaitre').then(({ PieceReconnaitre }) => ({ default: PieceReconnaitre }))),
)
const PieceVersions = lazy(() =>
  venir(() => import('#ui/piece/piece-versions').then(({ PieceVersions }) => ({ default: PieceVersions }))),
)

type Props = {
  adresse: string
  ligne: Ligne
  montree: Version | undefined
  /** Keys of what is kept for the next request for compléments. */
  retenus: readonly string[]
  peut: boolean
  /** Something stands beside the document. */
  comparee: boolean
  onComparer: () => void
}

/** What is known of a pièce beside the document: what to check, what was said of it, what was noticed, its files. */
export function PieceDetails({ adresse, ligne, montree, retenus, peut, comparee, onComparer }: Props) {
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
      {montree && (montree.signalements.length > 0 || !montree.estLue) && (
        <AvantDetail montee={montee} version={montree}>
          <PieceSignalements key={montree.id} version={montree} {...{ adresse, ligne, retenus, peut }} />
        </AvantDetail>
      )}
      {montee && piece && montree && (
        <Suspense>
          <PieceVersions cle={ligne.cle} versions={piece.versions} {...{ montree, adresse, comparee, onComparer }} />
        </Suspense>
      )}
      {montee && peut && aUnFichier(ligne) && (
        <Suspense>
          <div>
            <PieceReconnaitre adresse={adresse} ligne={ligne} />
          </div>
        </Suspense>
      )}
    </div>
  )
}

/** What was noticed is named by the server, and until the code that tells it whole has come. */
function AvantDetail({ montee, version, children }: { montee: boolean; version: Version; children: ReactNode }) {
  const debout = version.signalements.filter(({ ecarte }) => ecarte === null)
  const noms = debout.length > 0 && (
    <ul aria-label="Signalements">
      {debout.map(({ probleme }) => (
        <li key={probleme}>{LIBELLE_PROBLEME[probleme]}</li>
      ))}
    </ul>
  )
  return montee ? <Suspense fallback={noms}>{children}</Suspense> : noms
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
