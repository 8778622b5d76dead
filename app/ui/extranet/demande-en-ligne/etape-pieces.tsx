import { Link } from '@remix-run/react'
import { type ChangeEvent, useRef, useState } from 'react'
import { verifierFichier } from '#domain/demande-en-ligne/pieces'
import { lireNom, MAX_LIBELLE } from '#domain/piece/libelle'
import { compter } from '#domain/nombre'
import { adresseDEtape, REFUS_DE_PIECE } from '#libelles/demande-en-ligne/demande-en-ligne'
import { adresseDeFichier } from '#libelles/demande-en-ligne/verification'
import { formatInstant } from '#libelles/temps'
import { tailleLisible } from '#libelles/taille'
import { CadreDemande, type Entete } from '#ui/extranet/demande-en-ligne/cadre-demande'
import css from '#ui/extranet/demande-en-ligne/demande-en-ligne.module.css'
import { type BudgetDonne, LectureDeBudget } from '#ui/extranet/demande-en-ligne/lecture-de-budget'
import { ModeleDeBudget } from '#ui/extranet/demande-en-ligne/modele-de-budget'
import commun from '#ui/extranet/extranet.module.css'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { erreurDe, type Reponse } from '#ui/kit/formulaire/form-erreur'
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
type Piece = { code: string; nom: string; mention: string | null; obligatoire: boolean; fichiers: readonly Fichier[] }

/** What a sending without a script answered, and for which pièce. */
type Recue = Reponse<{ code: string }> | undefined

type Props = { entete: Entete; pieces: readonly Piece[]; budget: BudgetDonne | null; recue: Recue }

/** The step of the pièces: those asked of this structure, what is given of each, and a place to give more. */
export function EtapePieces({ entete, pieces, budget, recue }: Props) {
  return (
    <CadreDemande entete={entete} etape="PIECES">
      <p>
        Ces pièces sont celles demandées à votre structure. Un fichier pèse 20{'\u00a0'}Mo au plus, et son nom compte{' '}
        {compter(MAX_LIBELLE, 'caractère')} au plus. Tout dossier incomplet retardera l’instruction.
      </p>
      {pieces.map((piece) => (
        <UnePiece
          key={piece.code}
          entete={entete}
          piece={piece}
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

function UnePiece({ entete, piece, budget, recue }: Omit<Props, 'pieces'> & { piece: Piece }) {
  const { code, nom, mention, obligatoire, fichiers } = piece
  return (
    <section className={css.piece} aria-labelledby={`piece-${code}`}>
      <h2 id={`piece-${code}`} className={css.nomDePiece}>
        {nom}
        {obligatoire && ' *'}
      </h2>
      {mention && <p>{mention}</p>}
      {code === 'BUDGET_PROJET' && <ModeleDeBudget id={entete.id} />}
      {fichiers.length > 0 && (
        <ul className={css.fichiers} aria-label={`Fichiers donnés\u00a0: ${nom}`}>
          {fichiers.map((fichier) => (
            <FichierDonne key={fichier.id} entete={entete} fichier={fichier} />
          ))}
        </ul>
      )}
      {budget && <LectureDeBudget budget={budget} ici={adresseDEtape(entete.id, 'PIECES')} />}
      {entete.peutRemplir && <Donner entete={entete} piece={piece} recue={recue} />}
    </section>
  )
}

function FichierDonne({ entete, fichier }: { entete: Entete; fichier: Fichier }) {
  const { id, nomFichier, taille, recueLe, par, seMontre, remarques } = fichier
  const envoi = useEnvoi({ nom: 'retirerPieceEnLigne', objet: id })
  return (
    <li>
      <span>
        {nomFichier} ({tailleLisible(taille)}), reçu le {formatInstant(recueLe)} de {par}
      </span>
      {seMontre && (
        <a href={adresseDeFichier(entete.id, id)} target="_blank" rel="noreferrer" aria-label={`Voir ${nomFichier}`}>
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

/** What can be told of a file before it leaves. `propose` is a name that will do. */
type Avertissement = { phrase: string; propose: string | null }

function avertir({ name, size }: File): Avertissement | null {
  const pris = verifierFichier({ nom: name, taille: size })
  if (pris.ok) return null
  const phrase = REFUS_DE_PIECE[pris.reason]
  if (pris.reason !== 'LIBELLE_TROP_LONG') return { phrase, propose: null }
  const { libelle, extension } = lireNom(name)
  const court = Array.from(libelle.normalize('NFC')).slice(0, MAX_LIBELLE).join('').trim()
  return { phrase, propose: extension ? `${court}.${extension}` : court }
}

/** The same file under another name. */
function renommer(champ: HTMLInputElement, nom: string) {
  const [fichier] = champ.files ?? []
  if (!fichier) return
  const choix = new DataTransfer()
  choix.items.add(new File([fichier], nom, { type: fichier.type }))
  champ.files = choix.files
}

/** A file leaves as soon as it is chosen, or by the button where the page has no script. */
function Donner({ entete, piece: { code, nom, fichiers }, recue }: { entete: Entete; piece: Piece; recue: Recue }) {
  const envoi = useEnvoi<Reponse>({ nom: 'donnerPieceEnLigne', objet: `${entete.id} ${code}` })
  const reponse = envoi.data ?? recue
  const form = useRef<HTMLFormElement>(null)
  const champ = useRef<HTMLInputElement>(null)
  const [avertissement, avertirDe] = useState<Avertissement | null>(null)
  const enVoie = envoi.state !== 'idle'
  const refus = erreurDe(reponse, '') ?? erreurDe(reponse, 'fichier')
  const choisir = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const [fichier] = currentTarget.files ?? []
    const vu = fichier ? avertir(fichier) : null
    avertirDe(vu)
    if (fichier && !vu) form.current?.requestSubmit()
  }
  const dit = avertissement?.phrase ?? refus
  return (
    <Formulaire ref={form} envoi={envoi} encType="multipart/form-data" aria-label={`Donner\u00a0: ${nom}`} noValidate>
      <input type="hidden" name="code" value={code} />
      <div className={css.choix}>
        <label htmlFor={`fichier-${code}`}>
          Choisir un fichier{'\u00a0'}: {nom}
        </label>
        <input
          id={`fichier-${code}`}
          key={fichiers.map(({ id, recueLe }) => `${id} ${recueLe.getTime()}`).join()}
          ref={champ}
          type="file"
          name="fichier"
          accept=".pdf,.jpg,.jpeg,.png,.docx,.xlsx,.odt,.ods"
          onChange={choisir}
          aria-describedby={dit ? `dit-${code}` : undefined}
        />
        <button type="submit" className={`${commun.bouton} ${commun.second}`} disabled={enVoie}>
          Envoyer
        </button>
      </div>
      <p role="status">{enVoie ? 'Envoi du fichier…' : ''}</p>
      {dit && (
        <p id={`dit-${code}`} role="alert">
          {dit}
        </p>
      )}
      {avertissement?.propose && (
        <button
          type="button"
          className={css.lien}
          onClick={() => {
            if (champ.current) renommer(champ.current, avertissement.propose ?? '')
            avertirDe(null)
            form.current?.requestSubmit()
          }}
        >
          Envoyer sous le nom «{'\u00a0'}
          {avertissement.propose}
          {'\u00a0'}»
        </button>
      )}
    </Formulaire>
  )
}
