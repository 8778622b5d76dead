import { Box } from '@mui/material'
import type { ComponentProps, ReactNode } from 'react'
import type { MentionAVoir } from '#domain/note/note'
import { formatJour, type Jour, jourDeParis } from '#domain/temps/jour'
import type { Tuile } from '#libelles/accueil'
import { formatInstant } from '#libelles/temps'
import { ChargeAgents } from '#ui/cadre/charge-agents'
import { EcheancesProches } from '#ui/cadre/echeances-proches'
import { ListeCourte } from '#ui/cadre/liste-courte'
import { type Enveloppe, Enveloppes, Partie } from '#ui/cadre/tableau-de-bord'
import { Tuiles } from '#ui/cadre/tuiles'

type Echeances = ComponentProps<typeof EcheancesProches>['echeances']

type MiensProps = {
  nombres: Record<Tuile, number>
  aujourdhui: Jour
  miens: Echeances
  fichesMiennes: { id: string; titre: string; structure: string; recuLe: Date }[]
}

/** What an officer has in hand, the most urgent first. */
export const Miens = ({ nombres, aujourdhui, miens, fichesMiennes }: MiensProps) => (
  <Partie titre="Mes dossiers">
    <Tuiles nombres={nombres} noms={['mesAFaire', 'mesDossiers', 'mesRejets', 'mesRetards', 'mesFiches']} />
    <Deux>
      <EcheancesProches
        echeances={miens}
        aujourdhui={aujourdhui}
        vide="Aucun dossier que vous suivez n’attend quelque chose de vous."
      />
      <ListeCourte
        vide="Aucune fiche que vous suivez n’attend un avis."
        lignes={fichesMiennes.map(({ id, titre, structure, recuLe }) => ({
          cle: id,
          vers: `/pre-projets/${id}`,
          texte: titre || 'Fiche sans titre',
          precision: `${structure} · reçue le ${formatJour(jourDeParis(recuLe))}`,
        }))}
      />
    </Deux>
  </Partie>
)

type DemandesProps = {
  nombres: Record<Tuile, number>
  questions: { id: string; sujet: string; de: string; recuLe: Date }[]
  mentions: MentionAVoir[]
}

/** What others ask: structures by mail, colleagues in a note. */
export const Demandes = ({ nombres, questions, mentions }: DemandesProps) => (
  <Partie titre="On nous demande">
    <Tuiles nombres={nombres} noms={['aRepondre', 'aClasser', 'deverrouillages']} />
    <Deux>
      <ListeCourte
        vide="Aucune question n’attend de réponse."
        lignes={questions.map(({ id, sujet, de, recuLe }) => ({
          cle: id,
          vers: `/courriels/recus/${id}`,
          texte: sujet || 'Message sans objet',
          precision: `${de} · reçu le ${formatInstant(recuLe)}`,
        }))}
      />
      <ListeCourte
        vide="Aucun collègue ne vous a laissé de note à voir."
        lignes={mentions.map(({ id, pour, par, texte, numero, objet, fiche, titre }) => ({
          cle: id,
          vers: fiche ? `/pre-projets/${fiche}` : `/dossiers/${numero}/notes`,
          texte: fiche ? titre || 'Fiche sans titre' : `Dossier ${numero} – ${objet}`,
          precision: `${pour ? `${par} à ${pour}` : par}\u00a0: ${texte}`,
        }))}
      />
    </Deux>
  </Partie>
)

type CourrielsProps = {
  nombres: Record<Tuile, number>
  aVenir: { id: string; sujet: string; destinataire: string; duLe: Date }[]
}

/** What leaves next, and what did not arrive. */
export const Courriels = ({ nombres, aVenir }: CourrielsProps) => (
  <Partie titre="Courriels">
    <Tuiles nombres={nombres} noms={['aEnvoyer', 'aRelire', 'retenus', 'nonRemis', 'parCourrier', 'enEchec']} />
    <ListeCourte
      vide="Aucun courriel n’attend de partir."
      lignes={aVenir.map(({ id, sujet, destinataire, duLe }) => ({
        cle: id,
        vers: `/courriels/${id}`,
        texte: sujet,
        precision: `${destinataire} · part le ${formatInstant(duLe)}`,
      }))}
    />
  </Partie>
)

type ServiceProps = {
  nombres: Record<Tuile, number>
  aujourdhui: Jour
  echeances: Echeances
  deverrouillages: { echeance: Date; dossier: { numero: string; objet: string } }[]
  charge: ComponentProps<typeof ChargeAgents>['charge']
  absents: ComponentProps<typeof ChargeAgents>['absents']
  campagnes: Enveloppe[]
}

/** Where the whole service stands: what waits, its clocks, who has what, what is left to grant. */
export const Service = ({
  nombres,
  aujourdhui,
  echeances,
  deverrouillages,
  charge,
  absents,
  campagnes,
}: ServiceProps) => (
  <>
    <Partie titre="Le service">
      <Tuiles
        nombres={nombres}
        noms={['fiches', 'fichesEnRetard', 'nouveaux', 'aControler', 'aVerifier', 'aDecider', 'rejets', 'retards']}
      />
    </Partie>
    <Deux>
      <Partie titre="Échéances proches">
        <EcheancesProches
          echeances={echeances}
          aujourdhui={aujourdhui}
          vide="Aucun dossier n’est à moins de 15 jours du rejet implicite."
        />
      </Partie>
      <Partie titre="Ouverts à modification">
        <ListeCourte
          vide="Aucun dossier n’est ouvert à modification."
          lignes={deverrouillages.map(({ echeance, dossier }) => ({
            cle: dossier.numero,
            vers: `/dossiers/${dossier.numero}/deverrouillage`,
            texte: `${dossier.numero} · ${dossier.objet}`,
            precision: `jusqu’au ${formatInstant(echeance)}`,
          }))}
        />
      </Partie>
      <Partie titre="Charge par agent">
        <ChargeAgents charge={charge} absents={absents} />
      </Partie>
      <Partie titre="Enveloppes">
        <Enveloppes campagnes={campagnes} />
      </Partie>
    </Deux>
  </>
)

/** Side by side where there is room. */
const Deux = ({ children }: { children: ReactNode }) => (
  <Box
    sx={{
      display: 'grid',
      gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' },
      columnGap: 4,
      mt: 1,
    }}
  >
    {children}
  </Box>
)
