import { type ChangeEvent, useRef, useState, useSyncExternalStore } from 'react'
import type { PourQuoi } from '#domain/demande-en-ligne/televersement'
import { EnvoiEnCours, EnvoisArretes, type TeleversementVu } from '#ui/extranet/demande-en-ligne/envois-en-cours'
import { useEnvoiParMorceaux } from '#ui/extranet/demande-en-ligne/envoi-par-morceaux'
import type { Prepare } from '#ui/extranet/demande-en-ligne/fichier-choisi'
import css from '#ui/extranet/demande-en-ligne/demande-en-ligne.module.css'
import commun from '#ui/extranet/extranet.module.css'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { erreurDe, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

/** What is done with a file before it leaves is fetched as a hand comes near. */
const approcher = () => import('#ui/extranet/demande-en-ligne/fichier-choisi').catch(() => null)

const SANS_RESEAU: Prepare = {
  fichier: null,
  phrase: 'La page n’a pas pu préparer ce fichier. Vérifiez votre réseau, puis choisissez-le de nouveau.',
  propose: null,
}

/** Puts a file in the place of what was chosen. */
function mettre(champ: HTMLInputElement, fichier: File) {
  const choix = new DataTransfer()
  choix.items.add(fichier)
  champ.files = choix.files
}

const rien = () => () => undefined

type Props = {
  pour: PourQuoi
  piece: { code: string; nom: string; fichiers: readonly { id: string; recueLe: Date }[] }
  /** Its files that another may take the place of, as they are shown; absent where none may, nor a photo be taken. */
  aRemplacer?: readonly { vue: string; nomFichier: string }[]
  /** The files of this pièce that are on their way. */
  enVol: readonly TeleversementVu[]
  /** What a sending without a script answered. */
  recue: Reponse<{ code: string }> | undefined
}

/**
 * A file leaves as soon as it is chosen, piece by piece, so that what was cut goes on; whole, by the button, where the page has no script or the browser cannot.
 * Photos leave as one PDF.
 */
export function DonnerPiece({ pour, piece: { code, nom, fichiers }, aRemplacer, enVol, recue }: Props) {
  const envoi = useEnvoi<Reponse>({ nom: 'donnerPieceEnLigne', objet: `${Object.values(pour).join()} ${code}` })
  const morceaux = useEnvoiParMorceaux({ pour, code, enVol })
  const reponse = envoi.data ?? recue
  const form = useRef<HTMLFormElement>(null)
  /** Where the last file was chosen. */
  const champ = useRef<HTMLInputElement | null>(null)
  const [avertissement, avertirDe] = useState<Prepare | null>(null)
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
    champ.current = currentTarget
    reunir(true)
    const prise = currentTarget.hasAttribute('capture')
    const prepare = (await (await approcher())?.preparer(code, choisis, prise)) ?? SANS_RESEAU
    reunir(false)
    const { fichier, phrase } = prepare
    if (fichier && fichier !== choisis[0]) mettre(currentTarget, fichier)
    avertirDe(prepare)
    if (fichier && !phrase) await partir(fichier)
  }
  const partir = async (fichier: File) => {
    const remplace = form.current?.querySelector('select')?.value ?? ''
    if (!(await morceaux.envoyer(fichier, remplace))) form.current?.requestSubmit()
  }
  const cle = fichiers.map(({ id, recueLe }) => `${id} ${recueLe.getTime()}`).join()
  const dit = avertissement?.phrase ?? morceaux.refus ?? refus
  return (
    <>
      <Formulaire
        ref={form}
        envoi={envoi}
        encType="multipart/form-data"
        aria-label={`Donner\u00a0: ${nom}`}
        noValidate
        onPointerEnter={() => void approcher()}
        onFocus={() => void approcher()}
      >
        <input type="hidden" name="code" value={code} />
        {aRemplacer && aRemplacer.length > 0 && (
          <p>
            <label htmlFor={`remplace-${code}`}>Que faire du fichier choisi</label>{' '}
            <select
              key={cle}
              id={`remplace-${code}`}
              name="remplace"
              aria-label={`Que faire du fichier choisi, pour ${nom}`}
            >
              <option value="">L’ajouter aux fichiers donnés</option>
              {aRemplacer.map(({ vue, nomFichier }) => (
                <option key={vue} value={vue}>
                  Remplacer {nomFichier}
                </option>
              ))}
            </select>
          </p>
        )}
        <div className={css.choix}>
          <label htmlFor={`fichier-${code}`}>
            Choisir un fichier{'\u00a0'}: {nom}
          </label>
          <input
            id={`fichier-${code}`}
            key={cle}
            className={css.zone}
            type="file"
            name="fichier"
            multiple={avecScript}
            accept=".pdf,.jpg,.jpeg,.png,.docx,.xlsx,.odt,.ods"
            onChange={(event) => void choisir(event)}
            aria-describedby={dit ? `dit-${code}` : undefined}
          />
          {aRemplacer && code !== 'BUDGET_PROJET' && (
            <label className={css.photo}>
              Prendre une photo{'\u00a0'}: {nom}
              <input
                key={cle}
                type="file"
                name="fichier"
                accept="image/*"
                capture="environment"
                onChange={(event) => void choisir(event)}
              />
            </label>
          )}
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
