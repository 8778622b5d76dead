import { pourcentRecu } from '#domain/demande-en-ligne/televersement'
import { adresseDAbandon, DIT_TELEVERSEMENT, phraseRecu } from '#libelles/demande-en-ligne/televersement'
import { formatInstant } from '#libelles/temps'
import css from '#ui/extranet/demande-en-ligne/demande-en-ligne.module.css'
import commun from '#ui/extranet/extranet.module.css'
import type { EnvoiParMorceaux } from '#ui/extranet/demande-en-ligne/envoi-par-morceaux'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

/** A file on its way, or one of theirs that was refused, as the server knows it. */
export type TeleversementVu = {
  id: string
  code: string
  piece: string
  nomFichier: string
  taille: number
  recu: number
  recuLe: Date
  mien: boolean
  par: string | null
  /** Null for one that is not theirs, and for one that does not go on. */
  sha256: string | null
  bloque: boolean
  refus: string | null
}

/** By how many per cent it is told aloud that a file goes on. */
const PALIER = 25

/** The file that leaves from this page: how far it is, and what may be done of it. */
export function EnvoiEnCours({ envoi: { vue, ...faire } }: { envoi: Omit<EnvoiParMorceaux, 'arretes'> }) {
  const envoye = vue && { recu: vue.envoye, taille: vue.taille }
  const palier = envoye && Math.floor(pourcentRecu(envoye) / PALIER) * PALIER
  const arrive = vue?.quoi === 'PART' && vue.envoye >= vue.taille
  const annonce = !vue
    ? ''
    : arrive
      ? DIT_TELEVERSEMENT.VERIFIE
      : vue.quoi === 'PART'
        ? `Envoi de ${vue.nom}\u00a0: ${palier}\u00a0%`
        : DIT_TELEVERSEMENT[vue.quoi]
  return (
    <div className={css.envoi}>
      {vue && envoye && (
        <p>
          <progress max={vue.taille} value={vue.envoye} aria-label={`Envoi de ${vue.nom}`} />{' '}
          <span>
            {vue.nom}
            {'\u00a0'}: {phraseRecu(envoye)}
          </span>
        </p>
      )}
      {/* While it goes on, what is beside the bar says it to the eye. */}
      <p role="status" className={vue?.quoi === 'PART' && !arrive ? commun.lu : undefined}>
        {annonce}
      </p>
      {vue && !arrive && (
        <p className={css.choix}>
          {vue.quoi === 'PART' ? (
            <button type="button" className={css.lien} onClick={faire.suspendre}>
              Mettre en pause
            </button>
          ) : (
            <button type="button" className={css.lien} onClick={faire.reprendre}>
              Reprendre
            </button>
          )}
          <button type="button" className={css.lien} onClick={faire.abandonner}>
            Abandonner l’envoi
          </button>
        </p>
      )}
    </div>
  )
}

/** Files of this pièce that stopped on their way, or come from somebody else, and those that were refused. */
export function EnvoisArretes({ enVol }: { enVol: readonly TeleversementVu[] }) {
  if (enVol.length === 0) return null
  return (
    <ul className={css.fichiers} aria-label="Envois qui ne sont pas arrivés">
      {enVol.map((un) => (
        <EnvoiArrete key={un.id} envoi={un} />
      ))}
    </ul>
  )
}

function EnvoiArrete({
  envoi: { id, nomFichier, taille, recu, recuLe, mien, par, sha256, refus },
}: {
  envoi: TeleversementVu
}) {
  const envoi = useEnvoi({ nom: 'abandonnerTeleversement', objet: id })
  return (
    <li>
      <span>
        {refus ? (
          <>
            {nomFichier} n’a pas été gardé. {refus}
          </>
        ) : (
          <>
            {nomFichier}
            {'\u00a0'}: arrivé à {phraseRecu({ recu, taille })} le {formatInstant(recuLe)}
            {par ? `, envoyé par ${par}.` : sha256 ? '. ' : ', envoyé par une autre page.'}
            {sha256 && (
              <>
                <span data-avec-script>Pour reprendre, choisissez à nouveau le même fichier.</span>
                <noscript>Abandonnez cet envoi, puis envoyez de nouveau le fichier.</noscript>
              </>
            )}
          </>
        )}
      </span>
      {mien && (
        <Formulaire envoi={envoi} action={adresseDAbandon(id)}>
          <button
            type="submit"
            className={css.lien}
            disabled={envoi.state !== 'idle'}
            aria-label={refus ? `Effacer le message sur ${nomFichier}` : `Abandonner l’envoi de ${nomFichier}`}
          >
            {refus ? 'Effacer ce message' : 'Abandonner'}
          </button>
        </Formulaire>
      )}
    </li>
  )
}
