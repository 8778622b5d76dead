import { type ChangeEvent, useRef, useState, useSyncExternalStore } from 'react'
import { choixDeFichiers, verifierFichier } from '#domain/demande-en-ligne/pieces'
import { lireNom, MAX_LIBELLE } from '#domain/piece/libelle'
import { REFUS_DE_PIECE } from '#libelles/demande-en-ligne/refus-de-piece'
import type { PourQuoi } from '#domain/demande-en-ligne/televersement'
import { EnvoiEnCours, EnvoisArretes, type TeleversementVu } from '#ui/extranet/demande-en-ligne/envois-en-cours'
import { useEnvoiParMorceaux } from '#ui/extranet/demande-en-ligne/envoi-par-morceaux'
import css from '#ui/extranet/demande-en-ligne/demande-en-ligne.module.css'
import commun from '#ui/extranet/extranet.module.css'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { erreurDe, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

/** What can be told of a file before it leaves. `propose` is a name that will do. */
type Avertissement = { phrase: string; propose: string | null }

const raccourcir = (libelle: string): string =>
  Array.from(libelle.normalize('NFC')).slice(0, MAX_LIBELLE).join('').trim()

function avertir({ name, size }: File): Avertissement | null {
  const pris = verifierFichier({ nom: name, taille: size })
  if (pris.ok) return null
  const phrase = REFUS_DE_PIECE[pris.reason]
  if (pris.reason !== 'LIBELLE_TROP_LONG') return { phrase, propose: null }
  const { libelle, extension } = lireNom(name)
  const court = raccourcir(libelle)
  return { phrase, propose: extension ? `${court}.${extension}` : court }
}

/** Puts a file in the place of what was chosen. */
function mettre(champ: HTMLInputElement, fichier: File) {
  const choix = new DataTransfer()
  choix.items.add(fichier)
  champ.files = choix.files
}

/** What was chosen as the one file that leaves: photos are put together, by what is loaded then only. */
async function enUnFichier(code: string, choisis: readonly File[]): Promise<File | keyof typeof REFUS_DE_PIECE> {
  const [premier] = choisis
  if (!premier) return 'SANS_FICHIER'
  const noms = choisis.map(({ name }) => name)
  const choix = choixDeFichiers(code, noms)
  if (choix === 'TEL_QUEL') return premier
  if (choix !== 'EN_UN_PDF') return choix
  const { reunirPhotos } = await import('#ui/extranet/demande-en-ligne/photos')
  const pdf = await reunirPhotos(choisis, raccourcir(lireNom(premier.name).libelle) || 'Photo')
  return pdf ?? (choisis.length > 1 ? 'PHOTO_ILLISIBLE' : premier)
}

const rien = () => () => undefined

type Props = {
  pour: PourQuoi
  piece: { code: string; nom: string; fichiers: readonly { id: string; recueLe: Date }[] }
  /** The files of this pièce that are on their way. */
  enVol: readonly TeleversementVu[]
  /** What a sending without a script answered. */
  recue: Reponse<{ code: string }> | undefined
}

/**
 * A file leaves as soon as it is chosen, piece by piece, so that what was cut goes on; whole, by the button, where the page has no script or the browser cannot.
 * Photos leave as one PDF.
 */
export function DonnerPiece({ pour, piece: { code, nom, fichiers }, enVol, recue }: Props) {
  const envoi = useEnvoi<Reponse>({ nom: 'donnerPieceEnLigne', objet: `${Object.values(pour).join()} ${code}` })
  const morceaux = useEnvoiParMorceaux({ pour, code, enVol })
  const reponse = envoi.data ?? recue
  const form = useRef<HTMLFormElement>(null)
  const champ = useRef<HTMLInputElement>(null)
  const [avertissement, avertirDe] = useState<Avertissement | null>(null)
  const [reunit, reunir] = useState(false)
  // Without a script several files cannot be made one: one at a time is asked.
  const avecScript = useSyncExternalStore(
    rien,
    () => true,
    () => false,
  )
  const enVoie = envoi.state !== 'idle' || morceaux.vue !== null
  const refus = erreurDe(reponse, '') ?? erreurDe(reponse, 'fichier')
  const choisir = async ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const choisis = [...(currentTarget.files ?? [])]
    if (choisis.length === 0) {
      avertirDe(null)
      return
    }
    reunir(true)
    const prepare = await enUnFichier(code, choisis).finally(() => reunir(false))
    if (typeof prepare === 'string') {
      avertirDe({ phrase: REFUS_DE_PIECE[prepare], propose: null })
      return
    }
    if (prepare !== choisis[0]) mettre(currentTarget, prepare)
    const vu = avertir(prepare)
    avertirDe(vu)
    if (!vu) await partir(prepare)
  }
  const partir = async (fichier: File) => {
    if (!(await morceaux.envoyer(fichier))) form.current?.requestSubmit()
  }
  const dit = avertissement?.phrase ?? morceaux.refus ?? refus
  return (
    <>
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
            multiple={avecScript}
            accept=".pdf,.jpg,.jpeg,.png,.docx,.xlsx,.odt,.ods"
            onChange={(event) => void choisir(event)}
            aria-describedby={dit ? `dit-${code}` : undefined}
          />
          <button type="submit" className={`${commun.bouton} ${commun.second}`} disabled={enVoie || reunit}>
            Envoyer
          </button>
        </div>
        <p role="status">{reunit ? 'Préparation du fichier…' : envoi.state !== 'idle' ? 'Envoi du fichier…' : ''}</p>
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
              const [choisi] = champ.current?.files ?? []
              avertirDe(null)
              if (!champ.current || !choisi) return
              const renomme = new File([choisi], avertissement.propose ?? '', { type: choisi.type })
              mettre(champ.current, renomme)
              void partir(renomme)
            }}
          >
            Envoyer sous le nom «{'\u00a0'}
            {avertissement.propose}
            {'\u00a0'}»
          </button>
        )}
      </Formulaire>
      <EnvoiEnCours envoi={morceaux} />
      <EnvoisArretes enVol={morceaux.arretes} />
    </>
  )
}
