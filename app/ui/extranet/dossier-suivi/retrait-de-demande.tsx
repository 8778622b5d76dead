import { Link } from '@remix-run/react'
import { formatMontant } from '#domain/budget/montant'
import { type EmpechementDeRetirer, LONGUEUR_MAX_RETRAIT } from '#domain/demande-en-ligne/retrait'
import { adresseDuSuivi } from '#libelles/demandeur/adresses'
import { REFUS_DE_RETIRER } from '#libelles/demandeur/retrait'
import css from '#ui/extranet/demande-en-ligne/demande-en-ligne.module.css'
import commun from '#ui/extranet/extranet.module.css'
import { EtoileDite } from '#ui/extranet/etoile-dite'
import { Faits } from '#ui/extranet/faits'
import { avantDe, RefusResume } from '#ui/extranet/refus-resume'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { Coche } from '#ui/kit/formulaire/coche'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { erreurDe, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Retrait = {
  id: string
  numero: string | null
  objet: string
  version: number
  montantDemandeCents: bigint
  empechement: EmpechementDeRetirer | null
}

/** Says what a withdrawal does before it is done. */
export function RetraitDeDemande({ retrait, recue }: { retrait: Retrait; recue: Reponse | undefined }) {
  const { id, numero, objet, montantDemandeCents, empechement } = retrait
  return (
    <>
      <p>
        <Link to={adresseDuSuivi(id)}>Retour à la demande</Link>
      </p>
      <h1>
        Retirer la demande {numero}
        {'\u00a0'}?
      </h1>
      <Faits
        faits={[
          ['Projet', objet],
          ['Montant demandé', formatMontant(montantDemandeCents)],
        ]}
      />
      {empechement ? (
        <p role="status">{REFUS_DE_RETIRER[empechement]}</p>
      ) : (
        <Confirmation retrait={retrait} recue={recue} />
      )}
    </>
  )
}

function Confirmation({ retrait: { id, version }, recue }: { retrait: Retrait; recue: Reponse | undefined }) {
  const envoi = useEnvoi<Reponse>({ nom: 'retraitDeDemande', objet: id })
  const reponse = envoi.data ?? recue
  const refus = erreurDe(reponse, 'motif')
  const refusConfirme = erreurDe(reponse, 'confirme')
  return (
    <>
      <h2>Ce que fait un retrait</h2>
      <ul>
        <li>Vous renoncez à cette demande. Elle n’est plus examinée et n’est présentée à aucune séance.</li>
        <li>Vous ne pouvez pas revenir en arrière vous-même.</li>
        <li>La mission est prévenue, et un courriel vous confirme le retrait.</li>
        <li>Ce que vous avez déposé reste visible ici. Vous pouvez déposer une autre demande.</li>
      </ul>
      <RefusResume
        reponse={reponse}
        questions={[
          ['motif', 'Pourquoi'],
          ['confirme', 'Confirmation'],
        ]}
      />
      <Formulaire envoi={envoi} className={commun.fiche} noValidate aria-label="Retrait de la demande">
        <input type="hidden" name="version" value={version} />
        <EtoileDite />
        <div className={commun.question}>
          <ChampTexte
            id="motif"
            name="motif"
            label="Pourquoi (facultatif)"
            defaultValue={avantDe(reponse, 'motif')}
            multiline
            minRows={3}
            maxRows={12}
            error={refus !== undefined}
            helperText={refus ?? 'Par exemple\u00a0: le voyage est annulé.'}
            html={{ maxLength: LONGUEUR_MAX_RETRAIT }}
          />
        </div>
        <Coche
          id="confirme"
          name="confirme"
          value="oui"
          label="Je retire cette demande, sans retour possible *"
          refus={refusConfirme}
          required
        />
        <div className={css.pied}>
          <Link to={adresseDuSuivi(id)}>Garder la demande</Link>
          <button type="submit" className={commun.bouton} disabled={envoi.state !== 'idle'}>
            Retirer la demande
          </button>
        </div>
      </Formulaire>
    </>
  )
}
