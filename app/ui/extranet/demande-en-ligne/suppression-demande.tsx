import { Link } from '@remix-run/react'
import { compter } from '#domain/nombre'
import { adresseDEtape } from '#libelles/demande-en-ligne/demande-en-ligne'
import css from '#ui/extranet/demande-en-ligne/demande-en-ligne.module.css'
import commun from '#ui/extranet/extranet.module.css'
import { RefusResume } from '#ui/extranet/refus-resume'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import type { Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Props = { id: string; version: number; objet: string; fichiers: number; recue: Reponse | undefined }

/** Says what is lost before it is. */
export function SuppressionDemande({ id, version, objet, fichiers, recue }: Props) {
  const envoi = useEnvoi<Reponse>({ nom: 'supprimerDemande', objet: id })
  return (
    <>
      <h1>Supprimer cette demande{'\u00a0'}?</h1>
      <p>
        {objet || 'Sans intitulé'}
        {'\u00a0'}: ses réponses et {fichiers === 0 ? 'aucun fichier' : compter(fichiers, 'fichier')} seront effacés.
        Rien n’a été déposé.
      </p>
      <RefusResume reponse={envoi.data ?? recue} questions={[]} />
      <Formulaire envoi={envoi} aria-label="Suppression">
        <input type="hidden" name="version" value={version} />
        <div className={css.pied}>
          <Link to={adresseDEtape(id, 'STRUCTURE')}>Garder la demande</Link>
          <button type="submit" className={commun.bouton} disabled={envoi.state !== 'idle'}>
            Supprimer définitivement
          </button>
        </div>
      </Formulaire>
    </>
  )
}
