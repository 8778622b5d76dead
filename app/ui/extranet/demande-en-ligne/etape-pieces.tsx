import { Link } from '@remix-run/react'
import { MAX_LIBELLE } from '#domain/piece/libelle'
import { compter } from '#domain/nombre'
import { adresseDEtape } from '#libelles/demande-en-ligne/demande-en-ligne'
import { formatInstant } from '#libelles/temps'
import type { ChangementDit } from '#libelles/demande-en-ligne/changement-de-reglement'
import { CadreDemande, type Entete } from '#ui/extranet/demande-en-ligne/cadre-demande'
import { ChangementDeReglement } from '#ui/extranet/demande-en-ligne/changement-de-reglement'
import css from '#ui/extranet/demande-en-ligne/demande-en-ligne.module.css'
import { DonnerPiece } from '#ui/extranet/demande-en-ligne/donner-piece'
import { type Fichier, FichierDonne } from '#ui/extranet/demande-en-ligne/fichier-donne'
import type { TeleversementVu } from '#ui/extranet/demande-en-ligne/envois-en-cours'
import { type BudgetDonne, LectureDeBudget, useAttente } from '#ui/extranet/demande-en-ligne/lecture-de-budget'
import { ModeleDeBudget } from '#ui/extranet/demande-en-ligne/modele-de-budget'
import { type Detenue, PieceDetenue } from '#ui/extranet/demande-en-ligne/piece-detenue'
import commun from '#ui/extranet/extranet.module.css'
import { erreurDe, type Reponse } from '#ui/kit/formulaire/form-erreur'

type Piece = {
  code: string
  nom: string
  /** Why it is asked. */
  mention: string
  obligatoire: boolean
  /** A file of it may be given now. */
  ouverte: boolean
  /** What was deposited of it. */
  deposes: readonly { nomFichier: string; recueLe: Date }[]
  fichiers: readonly Fichier[]
  /** What an earlier dossier holds of it. */
  detenue: Detenue | null
}

/** What a sending without a script answered, and for which pièce; for none where it was refused before it was read. */
type Recue = Reponse<{ code: string }> | undefined

type Props = {
  entete: Entete
  pieces: readonly Piece[]
  /** Files of a pièce that is asked no more. */
  horsDemande: readonly (Fichier & { nom: string })[]
  changement: ChangementDit | null
  budget: BudgetDonne | null
  enVol: readonly TeleversementVu[]
  recue: Recue
}

/** The step of the pièces: those asked of this structure, what is given of each, and a place to give more. */
export function EtapePieces({ entete, pieces, horsDemande, changement, budget, enVol, recue }: Props) {
  useAttente(
    budget?.etat !== 'EN_ATTENTE' &&
      pieces.some(({ fichiers }) => fichiers.some(({ etat, ouvrable }) => etat && !ouvrable)),
  )
  return (
    <CadreDemande entete={entete} etape="PIECES">
      <ChangementDeReglement entete={entete} changement={changement} />
      {recue?.code === '' && <p role="alert">{erreurDe(recue, '')}</p>}
      <p>
        Ces pièces sont celles demandées à votre structure. Un fichier pèse 20{'\u00a0'}Mo au plus, et son nom compte{' '}
        {compter(MAX_LIBELLE, 'caractère')} au plus.{' '}
        <span data-avec-script>
          Choisissez un fichier, ou glissez-le dans le cadre de sa pièce. Des photos JPG ou PNG choisies ensemble sont
          réunies en un PDF. Un envoi coupé reprend où il s’est arrêté.{' '}
        </span>
        <noscript>
          Choisissez un fichier dans le cadre de sa pièce, puis «{'\u00a0'}Envoyer{'\u00a0'}»{'\u00a0'}: un seul à la
          fois. Un envoi coupé est à refaire.{' '}
        </noscript>
        Tout dossier incomplet retardera l’instruction.
      </p>
      {pieces.map((piece) => (
        <UnePiece
          key={piece.code}
          entete={entete}
          piece={piece}
          enVol={enVol.filter(({ code }) => code === piece.code)}
          budget={piece.code === 'BUDGET_PROJET' ? budget : null}
          recue={recue?.code === piece.code ? recue : undefined}
        />
      ))}
      {horsDemande.length > 0 && (
        <section className={css.piece} aria-labelledby="hors-demande">
          <h2 id="hors-demande" className={css.nomDePiece}>
            Fichiers qui ne sont plus demandés
          </h2>
          <p>
            Le règlement ou vos réponses ne demandent plus ces pièces. Leurs fichiers sont joints à la demande quand
            vous la validez, sauf si vous les retirez.
          </p>
          <ul className={css.fichiers} aria-label="Fichiers qui ne sont plus demandés">
            {horsDemande.map((fichier) => (
              <FichierDonne
                key={fichier.id}
                id={entete.id}
                fichier={fichier}
                piece={fichier.nom}
                peutRetirer={entete.peutRemplir}
              />
            ))}
          </ul>
        </section>
      )}
      <div className={css.pied}>
        <Link to={adresseDEtape(entete.id, 'PROJET')}>Étape précédente</Link>
        <Link to={adresseDEtape(entete.id, 'CERTIFICATION')} className={commun.bouton}>
          Étape suivante
        </Link>
      </div>
    </CadreDemande>
  )
}

type Une = Pick<Props, 'entete' | 'budget' | 'enVol' | 'recue'> & { piece: Piece }

function UnePiece({ entete, piece, budget, enVol, recue }: Une) {
  const { code, nom, mention, obligatoire, ouverte, deposes, fichiers, detenue } = piece
  return (
    <section className={css.piece} aria-labelledby={`piece-${code}`}>
      <h2 id={`piece-${code}`} className={css.nomDePiece}>
        {nom}
        {obligatoire && ' *'}
      </h2>
      <p>{mention}</p>
      {code === 'BUDGET_PROJET' && ouverte && <ModeleDeBudget id={entete.id} />}
      {deposes.map(({ nomFichier, recueLe }) => (
        <p key={nomFichier}>
          Déposé le {formatInstant(recueLe)}
          {'\u00a0'}: {nomFichier}
        </p>
      ))}
      {fichiers.length > 0 && (
        <ul className={css.fichiers} aria-label={`Fichiers donnés\u00a0: ${nom}`}>
          {fichiers.map((fichier) => (
            <FichierDonne key={fichier.id} id={entete.id} fichier={fichier} peutRetirer={entete.peutRemplir} />
          ))}
        </ul>
      )}
      {detenue && ouverte && fichiers.length + deposes.length === 0 && (
        <PieceDetenue id={entete.id} piece={piece} detenue={detenue} />
      )}
      {budget && <LectureDeBudget budget={budget} ici={adresseDEtape(entete.id, 'PIECES')} />}
      {ouverte && (
        <DonnerPiece
          pour={{ demandeEnLigneId: entete.id }}
          piece={piece}
          aRemplacer={entete.ouverture ? [] : fichiers}
          enVol={enVol}
          recue={recue}
        />
      )}
    </section>
  )
}
