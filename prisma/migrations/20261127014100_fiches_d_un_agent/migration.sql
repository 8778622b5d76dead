-- The fiches of one agent, the one received first at the head.
CREATE INDEX pre_projet_agent_recu_idx ON pre_projet (agent_id, recu_le, id) INCLUDE (etat, hors_delai);
