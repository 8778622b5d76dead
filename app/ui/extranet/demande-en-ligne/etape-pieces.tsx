import { Link } from '@remix-run/react'
import { MAX_LIBELLE } from '#domain/piece/libelle'
import { compter } from '#domain/nombre'
import { adresseDEtape } from '#libelles/demande-en-ligne/demande-en-ligne'
import { adresseDeFichier } from '#libelles/demande-en-ligne/verification'
import { formatInstant } from '#libelles/temps'
import { tailleLisible } from '#libelles/taille'
import { CadreDemande, type Entete } from '#ui/extranet/demande-en-ligne/cadre-demande'
import css from '#ui/extranet/demande-en-ligne/demande-en-ligne.module.css'
import { DonnerPiece } from '#ui/extranet/demande-en-ligne/donner-piece'
import type { TeleversementVu } from '#ui/extranet/demande-en-ligne/envois-en-cours'
import { type BudgetDonne, LectureDeBudget } from '#ui/extranet/demande-en-ligne/lecture-de-budget'
import { ModeleDeBudget } from '#ui/extranet/demande-en-ligne/modele-de-budget'
import { type Detenue, PieceDetenue } from '#ui/extranet/demande-en-ligne/piece-detenue'
import commun from '#ui/extranet/extranet.module.css'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import type { Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Fichier = {
  id: string
  nomFichier: string
  taille: number
  recueLe: Date
  par: string
  seMontre: boolean
  remarques: readonly string[]
}
type Piece = {
  code: string
  nom: string
  mention: string | null
  obligatoire: boolean
  /** A file of it may be given now. */
  ouverte: boolean
  /** What was deposited of it. */
  deposes: readonly { nomFichier: string; recueLe: Date }[]
  fichiers: readonly Fichier[]
  /** What an earlier dossier holds of it. */
  detenue: Detenue | null
}

/** What a sending without a script answered, and for which pièce. */
type Recue = Reponse<{ code: string }> | undefined

type Props = {
  entete: Entete
  pieces: readonly Piece[]
  budget: BudgetDonne | null
  enVol: readonly TeleversementVu[]
  recue: Recue
}

/** The step of the pièces: those asked of this structure, what is given of each, and a place to give more. */
export function EtapePieces({ entete, pieces, budget, enVol, recue }: Props) {
  return (
    <CadreDemande entete={entete} etape="PIECES">
      <p>
        Ces pièces sont celles demandées à votre structure. Un fichier pèse 20{'\u00a0'}Mo au plus, et son nom compte{' '}
        {compter(MAX_LIBELLE, 'caractère')} au plus. Des photos JPG ou PNG choisies ensemble sont réunies en un PDF. Un
        envoi coupé reprend où il s’est arrêté. Tout dossier incomplet retardera l’instruction.
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
      <div className={css.pied}>
        <Link to={adresseDEtape(entete.id, 'PROJET')}>Étape précédente</Link>
        <Link to={adresseDEtape(entete.id, 'CERTIFICATION')} className={commun.bouton}>
          Étape suivante
        </Link>
      </div>
    </CadreDemande>
  )
}

function UnePiece({ entete, piece, budget, enVol, recue }: Omit<Props, 'pieces'> & { piece: Piece }) {
  const { code, nom, mention, obligatoire, ouverte, deposes, fichiers, detenue } = piece
  return (
    <section className={css.piece} aria-labelledby={`piece-${code}`}>
      <h2 id={`piece-${code}`} className={css.nomDePiece}>
        {nom}
        {obligatoire && ' *'}
      </h2>
      {mention && <p>{mention}</p>}
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
            <FichierDonne key={fichier.id} entete={entete} fichier={fichier} />
          ))}
        </ul>
      )}
      {detenue && ouverte && fichiers.length + deposes.length === 0 && (
        <PieceDetenue id={entete.id} piece={piece} detenue={detenue} />
      )}
      {budget && <LectureDeBudget budget={budget} ici={adresseDEtape(entete.id, 'PIECES')} />}
      {ouverte && <DonnerPiece pour={{ demandeEnLigneId: entete.id }} piece={piece} enVol={enVol} recue={recue} />}
    </section>
  )
}

function FichierDonne({ entete, fichier }: { entete: Entete; fichier: Fichier }) {
  const { id, nomFichier, taille, recueLe, par, seMontre, remarques } = fichier
  const envoi = useEnvoi({ nom: 'retirerPieceEnLigne', objet: id })
  return (
    <li>
      <span>
        {nomFichier} ({tailleLisible(taille)}), reçu le {formatInstant(recueLe)}
        {par && ` de ${par}`}
      </span>
      {seMontre && (
        <a href={adresseDeFichier(entete.id, id)} target="_blank" aria-label={`Voir ${nomFichier} (nouvel onglet)`}>
          Voir
        </a>
      )}
      <a href={adresseDeFichier(entete.id, id, { telecharger: true })} aria-label={`Télécharger ${nomFichier}`}>
        Télécharger
      </a>
      {entete.peutRemplir && (
        <Formulaire envoi={envoi} action={`/extranet/demandes/${entete.id}/pieces/${id}`}>
          <button
            type="submit"
            className={css.lien}
            disabled={envoi.state !== 'idle'}
            aria-label={`Retirer ${nomFichier}`}
          >
            Retirer
          </button>
        </Formulaire>
      )}
      {remarques.map((remarque) => (
        <span key={remarque}>{remarque}</span>
      ))}
    </li>
  )
}
