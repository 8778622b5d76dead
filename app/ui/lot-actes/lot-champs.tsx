import { Box, Button, Typography } from '@mui/material'
import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { CONSTATS } from '#domain/dossier/constat'
import { MOTIFS_SANS_SUITE } from '#domain/dossier/decision'
import { type ActeDeLot, type ChampsDeLot, type EtapeDeLot, PERSONNE } from '#domain/lot-actes/acte-de-lot'
import { VARIABLES_DE_MESSAGE } from '#domain/lot-actes/message-type'
import { noteDAbsence } from '#libelles/absence/absence'
import { LIBELLE_CONSTAT } from '#libelles/dossier/constat'
import { LIBELLE_MOTIF_SANS_SUITE } from '#libelles/dossier/dossier'
import { nomDeSeance } from '#libelles/seance/seance'
import { ChampDeLot, type ChampOffert } from '#ui/champ-du-service/champ-de-lot'
import { ChampChoix, RienDeChoisi } from '#ui/kit/formulaire/champ-choix'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'
import { TexteChoix } from '#ui/texte-type/texte-choix'
import { PropositionDeLot } from '#ui/proposition/proposition-de-lot'

export type SeanceOuverte = { id: string; jour: string; intitule: string }

export type AgentChoisi = {
  id: string
  prenom: string
  nom: string
  absence: { au: string; remplacant: string } | null
}

type Lot = {
  id: string
  version: number
  acte: ActeDeLot
  champs: ChampsDeLot
  parLigne: boolean
  etape: EtapeDeLot
  agents: readonly AgentChoisi[]
  etiquettes: readonly string[]
  seances: readonly SeanceOuverte[]
  service: readonly ChampOffert[]
  moi: string
}

const choisirEtiquette = ({ champs, etiquettes }: Lot) => (
  <ChampChoix id="etiquette" name="etiquette" label="Étiquette" defaultValue={champs.etiquette ?? ''} required>
    <RienDeChoisi />
    {etiquettes.map((nom) => (
      <option key={nom} value={nom}>
        {nom}
      </option>
    ))}
  </ChampChoix>
)

/** What each act asks for, for all the dossiers at once; null for one that asks for nothing. */
const CHAMPS: Record<ActeDeLot, ((lot: Lot) => ReactNode) | null> = {
  declarerComplet: null,
  instruire: null,
  relancer: null,
  demanderComplements: ({ champs }) => (
    <ChampTexte
      id="limite"
      name="limite"
      label={'Date limite (vide\u00a0: celle du règlement de chaque campagne)'}
      defaultValue={champs.limite ?? ''}
    />
  ),
  clore: ({ champs }) => (
    <>
      <Box component="fieldset" sx={{ m: 0, p: 0, border: 0 }}>
        <Typography component="legend" variant="subtitle2" sx={{ p: 0 }}>
          Ce qui est constaté
        </Typography>
        {CONSTATS.map((constat) => (
          <Box component="label" key={constat} sx={{ display: 'flex', gap: 1, py: 0.75, alignItems: 'flex-start' }}>
            <input type="radio" name="constat" value={constat} required defaultChecked={champs.constat === constat} />
            <span>
              {LIBELLE_CONSTAT[constat].nom}
              <Typography component="span" variant="body2" sx={{ display: 'block', color: 'text.secondary' }}>
                {LIBELLE_CONSTAT[constat].dit}
              </Typography>
            </span>
          </Box>
        ))}
      </Box>
      <ChampTexte
        id="precision"
        name="precision"
        label="Précision (facultatif, gardée au journal)"
        defaultValue={champs.precision ?? ''}
      />
    </>
  ),
  classerSansSuite: ({ id, champs }) => (
    <>
      <ChampChoix id="motif" name="motif" label="Motif" defaultValue={champs.motif ?? ''} required>
        <RienDeChoisi />
        {MOTIFS_SANS_SUITE.map((motif) => (
          <option key={motif} value={motif}>
            {LIBELLE_MOTIF_SANS_SUITE[motif]}
          </option>
        ))}
      </ChampChoix>
      <TexteChoix usage="SANS_SUITE" sur={{ lotId: id }} vers="precision" />
      <ChampTexte
        id="precision"
        name="precision"
        label="Précision (chaque demandeur prévenu la lira)"
        multiline
        minRows={2}
        maxRows={8}
        defaultValue={champs.precision ?? ''}
      />
      <ChampChoix
        id="prevenir"
        name="prevenir"
        label="Prévenir les demandeurs"
        defaultValue={champs.prevenir ?? ''}
        required
      >
        <RienDeChoisi />
        <option value="oui">Par un courriel à chacun</option>
        <option value="non">Sans courriel</option>
      </ChampChoix>
    </>
  ),
  proposer: ({ champs }) => <PropositionDeLot champs={champs} />,
  affecter: ({ champs, agents, moi }) => (
    <>
      <ChampChoix id="agentId" name="agentId" label="Suivis par" defaultValue={champs.agentId ?? moi} required>
        {agents.map(({ id, prenom, nom, absence }) => (
          <option key={id} value={id}>
            {`${prenom} ${nom}${id === moi ? ' (vous)' : ''}${noteDAbsence(absence)}`}
          </option>
        ))}
        <option value={PERSONNE}>Personne</option>
      </ChampChoix>
      <ChampTexte
        id="message"
        name="message"
        label="Message (facultatif)"
        multiline
        minRows={2}
        maxRows={8}
        defaultValue={champs.message ?? ''}
        helperText="Il devient une note de chaque dossier, que cette personne trouve sur son accueil."
      />
    </>
  ),
  inscrire: ({ champs, seances }) =>
    seances.length === 0 ? (
      <Typography>
        Aucune séance ne prend de dossier aujourd’hui. <Link to="/commissions">Ajouter une séance</Link>
      </Typography>
    ) : (
      <ChampChoix id="seanceId" name="seanceId" label="Séance" defaultValue={champs.seanceId ?? ''} required>
        <RienDeChoisi />
        {seances.map(({ id, jour, intitule }) => (
          <option key={id} value={id}>
            {nomDeSeance({ jour, intitule })}
          </option>
        ))}
      </ChampChoix>
    ),
  voter: null,
  verser: null,
  notifier: null,
  reprendreNotification: null,
  etiqueter: choisirEtiquette,
  retirerEtiquette: choisirEtiquette,
  remplirChamp: ({ champs, service }) => <ChampDeLot champs={champs} service={service} />,
  ecrireMessage: ({ id, champs }) => (
    <>
      <TexteChoix usage="MESSAGE" sur={{ lotId: id }} vers="corps" />
      <ChampTexte
        id="corps"
        name="corps"
        label="Votre message (la salutation et votre signature s’ajoutent)"
        multiline
        minRows={6}
        maxRows={16}
        required
        defaultValue={champs.corps ?? ''}
        helperText={`${VARIABLES_DE_MESSAGE.map((nom) => `{${nom}}`).join(', ')} sont remplacés pour chaque dossier.`}
      />
    </>
  ),
  telecharger: null,
}

/** The fields of the act, and the look at what it would do with them; nothing for an act without fields, nor where each line has its own. */
export function FormulaireDeLot({ lot }: { lot: Lot }) {
  const { id, version, acte, etape, parLigne } = lot
  const envoi = useEnvoi<Reponse>({ nom: 'lotActes', objet: `${id}/champs` })
  const champs = CHAMPS[acte]
  if (!champs || parLigne) return null
  return (
    <Formulaire envoi={envoi}>
      <FormErreur reponse={envoi.data} />
      <input type="hidden" name="intent" value="regler" />
      <input type="hidden" name="version" value={version} />
      <Box sx={{ display: 'grid', gap: 2, mb: 2, maxWidth: 640 }}>
        {champs(lot)}
        <Box>
          <Button
            type="submit"
            variant={etape === 'A_REGLER' ? 'contained' : 'outlined'}
            disabled={envoi.state !== 'idle'}
          >
            {etape === 'A_REGLER' ? 'Voir ce qui changera' : 'Revoir ce qui changera'}
          </Button>
        </Box>
      </Box>
    </Formulaire>
  )
}
