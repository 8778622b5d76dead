import { JOURS_D_AIDE } from '#domain/demande-en-ligne/aide'
import { compter } from '#domain/nombre'
import { formatInstant } from '#libelles/temps'
import { type Entete, MarcheDeDemande } from '#ui/extranet/demande-en-ligne/cadre-demande'
import commun from '#ui/extranet/extranet.module.css'
import { RefusResume } from '#ui/extranet/refus-resume'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import type { Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

/** Says what asking for help lets officers see, and asks for it or for no more. */
export function AideDemandee({ entete, recue }: { entete: Entete; recue: Reponse | undefined }) {
  const envoi = useEnvoi<Reponse>({ nom: 'aideDemandee', objet: entete.id })
  const { aide, peutRemplir } = entete
  return (
    <MarcheDeDemande entete={entete} titre="L’aide de la MCEI" ici={null}>
      {aide ? (
        <p role="status" className={commun.fait}>
          La mission voit cette demande jusqu’au <strong>{formatInstant(aide)}</strong>. Ce qu’elle vous dit d’une étape
          s’affiche en haut de cette étape.
        </p>
      ) : (
        <>
          <p>
            Sans votre accord, la mission ne voit rien d’une demande qui n’est pas déposée. Si vous demandez son aide,
            elle peut la lire pendant {compter(JOURS_D_AIDE, 'jour')} et vous écrire un mot sur chaque étape. Elle ne
            change aucune de vos réponses.
          </p>
          <p>Vous pouvez refermer cet accès à tout moment.</p>
        </>
      )}
      <RefusResume reponse={envoi.data ?? recue} questions={[]} />
      {peutRemplir && (
        <Formulaire envoi={envoi} aria-label="Aide de la MCEI">
          <input type="hidden" name="intent" value={aide ? 'fermer' : 'demander'} readOnly />
          <button type="submit" className={commun.bouton} disabled={envoi.state !== 'idle'}>
            {aide ? 'Refermer l’accès de la mission' : 'Demander l’aide de la MCEI'}
          </button>
        </Formulaire>
      )}
    </MarcheDeDemande>
  )
}
