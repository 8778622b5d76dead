import { formatJour, type Jour } from '#domain/temps/jour'
import css from '#ui/extranet/demande-en-ligne/demande-en-ligne.module.css'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { erreurDe, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

/** The file of an earlier dossier of the structure, found good there; `aVerifier`: it is old, or the structure has changed since. */
export type Detenue = { versionId: string; nomFichier: string; numero: string; le: Jour; aVerifier: boolean }

type Props = { id: string; piece: { code: string; nom: string }; detenue: Detenue }

/** Nobody looks again for what the Département holds already (CRPA L114-8): one press gives it. */
export function PieceDetenue({ id, piece: { code, nom }, detenue }: Props) {
  const { versionId, nomFichier, numero, le, aVerifier } = detenue
  const envoi = useEnvoi<Reponse>({ nom: 'donnerDetenueEnLigne', objet: `${id} ${code}` })
  const refus = erreurDe(envoi.data, '')
  return (
    <Formulaire envoi={envoi} action={`/extranet/demandes/${id}/pieces/detenue`}>
      <input type="hidden" name="code" value={code} />
      <input type="hidden" name="detenueId" value={versionId} />
      <p>
        Vous l’avez déjà remise{'\u00a0'}: {nomFichier}, demande {numero} du {formatJour(le)}.
        {aVerifier && ' Vérifiez qu’elle est encore à jour.'}{' '}
        <button
          type="submit"
          className={css.lien}
          disabled={envoi.state !== 'idle'}
          aria-label={`Reprendre ce document\u00a0: ${nomFichier}, pour ${nom}`}
        >
          Reprendre ce document
        </button>
      </p>
      {refus && <p role="alert">{refus}</p>}
    </Formulaire>
  )
}
